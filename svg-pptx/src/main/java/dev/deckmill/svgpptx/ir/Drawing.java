package dev.deckmill.svgpptx.ir;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The {@code svg} root element, resolved.
 *
 * @param width the page's width in user units, above 0
 * @param height the page's height in user units, above 0
 * @param children what is drawn, back to front; viewBox and preserveAspectRatio are already in
 *     their transforms
 * @param fonts that the page brings along and its text is set in
 * @param eastAsianLanguage what its ideographs seem to be written in (BCP 47); null where it has
 *     none
 * @param title the page's {@code title}
 * @param description the page's {@code desc}, a paragraph each line
 * @param findings what was lost or changed on the way here
 */
public record Drawing(
    double width,
    double height,
    List<Node> children,
    List<EmbeddedFont> fonts,
    @Nullable String eastAsianLanguage,
    @Nullable String title,
    @Nullable String description,
    Findings findings) {
  public Drawing {
    if (!(width > 0 && height > 0)) {
      throw new IllegalArgumentException("a page has an area, not " + width + " × " + height);
    }
    children = List.copyOf(children);
    fonts = List.copyOf(fonts);
    Objects.requireNonNull(findings, "findings");
  }
}
