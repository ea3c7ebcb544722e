// Which elements a browser can make more of; each drawer stands in a file of its own.
import "./acting.js";
import "./drop.js";
import "./board.js";
import "./calendar.js";
import "./chart.js";
import "./choosing.js";
import "./form.js";
import "./frame.js";
import "./lines.js";
import "./pair.js";
import "./table.js";
import "./tree.js";
import "./reading.js";
import "./sides.js";
import "./whole.js";
