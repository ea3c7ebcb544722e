/// Says hello: the smallest useful plugin, explained line by line in plugins/README.md.
@org.jspecify.annotations.NullMarked
package gewu.hello;
