// Which elements a browser can make more of; each drawer stands in a file of its own.
import "./acting.js";
import "./drop.js";
