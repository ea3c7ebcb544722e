package gewu.importofd;

import java.awt.geom.AffineTransform;
import java.awt.geom.Point2D;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/// A page that has been read.
///
/// @param items from the hindmost to the foremost
record Leaf(Area paper, List<Item> items, Resources resources) {
    private static final int MOST_ITEMS = 500_000;
    private static final int MOST_GROUPS_IN_GROUPS = 30;
    private static final double UNIT = 100;

    Leaf {
        items = List.copyOf(items);
    }

    /// Something with its place on the paper, in millimetres from the upper left corner.
    record Placed(Item item, AffineTransform place) {
        /// The smallest upright rectangle around a rectangle of the item's own coordinates.
        Frame around(double left, double top, double right, double bottom) {
            double[] corners = {left, top, right, top, right, bottom, left, bottom};
            place.transform(corners, 0, corners, 0, 4);
            Frame frame = new Frame(corners[0], corners[1], corners[0], corners[1]);
            for (int i = 2; i < corners.length; i += 2) {
                frame = frame.and(corners[i], corners[i + 1]);
            }
            return frame;
        }

        /// By how many degrees its lines lean away from the nearest edge of the paper, at most 45.
        double lean() {
            Point2D right = place.deltaTransform(new Point2D.Double(UNIT, 0), null);
            double turned = Math.toDegrees(Math.atan2(right.getY(), right.getX()));
            return Math.abs(turned - 90 * Math.rint(turned / 90));
        }
    }

    /// An upright rectangle.
    record Frame(double left, double top, double right, double bottom) {
        Frame and(double x, double y) {
            return new Frame(Math.min(left, x), Math.min(top, y), Math.max(right, x), Math.max(bottom, y));
        }

        double width() {
            return right - left;
        }

        double height() {
            return bottom - top;
        }
    }

    /// All that is drawn, groups dissolved.
    ///
    /// @throws IOException if that never ends, or a group is lost with its resources
    List<Placed> unfolded() throws IOException {
        Unfolding unfolding = new Unfolding();
        unfolding.add(items, AffineTransform.getTranslateInstance(-paper.x(), -paper.y()));
        return unfolding.placed;
    }

    private final class Unfolding {
        private final List<Placed> placed = new ArrayList<>();
        private final Deque<String> open = new ArrayDeque<>();
        private int seen;

        void add(List<Item> some, AffineTransform at) throws IOException {
            for (Item item : some) {
                if (++seen > MOST_ITEMS) {
                    throw new IOException("it draws more than " + MOST_ITEMS + " things");
                }
                AffineTransform place = new AffineTransform(at);
                place.concatenate(item.place());
                if (item instanceof Item.Group(var _, String id)) {
                    group(id, place);
                } else {
                    placed.add(new Placed(item, place));
                }
            }
        }

        private void group(String id, AffineTransform place) throws IOException {
            Optional<List<Item>> inside = resources.group(id);
            if (inside.isEmpty()) {
                resources.tellLosses();
            } else if (!open.contains(id) && open.size() < MOST_GROUPS_IN_GROUPS) {
                open.push(id);
                add(inside.get(), place);
                open.pop();
            }
        }
    }
}
