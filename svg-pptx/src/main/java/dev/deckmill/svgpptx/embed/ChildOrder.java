package dev.deckmill.svgpptx.embed;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.List;
import java.util.function.BiConsumer;

/**
 * Which children of a complex type are written, in the order in which the schema has them (ECMA-376
 * part 1, annex A): this is where the order is said, and writing follows it.
 *
 * @param type the schema's name of the complex type
 * @param writing calls all writers in their order. The orders are constants, so a compiler sees
 *     through the chain, where a loop would be a call of anything for each child of each shape
 * @param <W> what writes the children
 * @param <T> what they are written from
 */
record ChildOrder<W, T>(String type, List<Child<W, T>> children, MethodHandle writing) {
  private static final MethodType WRITER =
      MethodType.methodType(void.class, Object.class, Object.class);

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
    MethodHandle all = MethodHandles.empty(WRITER);
    for (int i = children.length - 1; i >= 0; i--) {
      all = MethodHandles.foldArguments(all, handle(children[i]));
    }
    return new ChildOrder<>(type, List.of(children), all);
  }

  private static MethodHandle handle(Child<?, ?> child) {
    try {
      return MethodHandles.lookup()
          .findVirtual(BiConsumer.class, "accept", WRITER)
          .bindTo(child.writer());
    } catch (ReflectiveOperationException missing) {
      throw new IllegalStateException("BiConsumer has a method accept", missing);
    }
  }

  /**
   * @param names one, or several with {@code |} between
   */
  static <W, T> Child<W, T> child(String names, BiConsumer<W, T> writer) {
    return new Child<>(List.of(names.split("\\|", -1)), writer);
  }

  void write(W writer, T value) {
    try {
      writing.invokeExact((Object) writer, (Object) value);
    } catch (RuntimeException | Error failed) {
      throw failed;
    } catch (Throwable checked) {
      throw new IllegalStateException("a writer declares no checked exception", checked);
    }
  }
}
