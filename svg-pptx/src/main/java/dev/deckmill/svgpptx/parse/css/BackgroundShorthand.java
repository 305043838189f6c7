package dev.deckmill.svgpptx.parse.css;

import dev.deckmill.svgpptx.parse.value.ColorParser;
import dev.deckmill.svgpptx.parse.value.CssText;
import java.util.List;
import java.util.Locale;
import java.util.function.BiConsumer;

/** {@code background} (CSS Backgrounds 3 §2.10): the colour of its last layer, and its images. */
final class BackgroundShorthand {
  private BackgroundShorthand() {}

  static boolean expand(String value, BiConsumer<Property, String> out) {
    if (Values.isWide(value)) {
      out.accept(Property.BACKGROUND_COLOR, value);
      out.accept(Property.BACKGROUND_IMAGE, value);
      return true;
    }
    String color = "transparent";
    StringBuilder images = new StringBuilder();
    List<String> layers = CssText.list(value);
    for (int i = 0; i < layers.size(); i++) {
      String image = "none";
      for (String word : CssText.words(layers.get(i))) {
        String lower = word.toLowerCase(Locale.ROOT);
        if (isImage(lower)) {
          image = word;
        } else if (i == layers.size() - 1 && isColor(lower)) {
          color = word;
        }
      }
      images.append(i == 0 ? "" : ", ").append(image);
    }
    out.accept(Property.BACKGROUND_COLOR, color);
    out.accept(Property.BACKGROUND_IMAGE, images.toString());
    return !value.isEmpty();
  }

  private static boolean isImage(String word) {
    return word.startsWith("url(")
        || word.contains("gradient(")
        || word.startsWith("image-set(")
        || word.startsWith("-webkit-image-set(");
  }

  private static boolean isColor(String word) {
    return word.equals("currentcolor") || ColorParser.parse(word) != null;
  }
}
