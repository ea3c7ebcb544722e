@org.jspecify.annotations.NullMarked
package gewu.mail;
