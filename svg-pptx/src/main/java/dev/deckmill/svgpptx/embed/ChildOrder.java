package dev.deckmill.svgpptx.embed;

import java.util.List;
import java.util.function.BiConsumer;

/**
 * Which children of a complex type are written, in the order in which the schema has them (ECMA-376
 * part 1, annex A): this is where the order is said, and writing follows it.
 *
 * @param type the schema's name of the complex type
 * @param <W> what writes the children
 * @param <T> what they are written from
 */
record ChildOrder<W, T>(String type, List<Child<W, T>> children) {
  /**
   * A child, or the one of several that is there.
   *
   * @param names of the elements that may be written
   * @param writer of one of them, or of none
   */
  record Child<W, T>(List<String> names, BiConsumer<W, T> writer) {}

  @SafeVarargs
  @SuppressWarnings("varargs") // the array goes no further than this list
  static <W, T> ChildOrder<W, T> of(String type, Child<W, T>... children) {
    return new ChildOrder<>(type, List.of(children));
  }

  /**
   * @param names one, or several with {@code |} between
   */
  static <W, T> Child<W, T> child(String names, BiConsumer<W, T> writer) {
    return new Child<>(List.of(names.split("\\|", -1)), writer);
  }

  void write(W writer, T value) {
    // Some dozens for each shape: without an iterator for each.
    for (int i = 0; i < children.size(); i++) {
      children.get(i).writer().accept(writer, value);
    }
  }
}
