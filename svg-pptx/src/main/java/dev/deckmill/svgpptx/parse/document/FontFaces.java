package dev.deckmill.svgpptx.parse.document;

import dev.deckmill.svgpptx.Finding.Code;
import dev.deckmill.svgpptx.font.Fonts;
import dev.deckmill.svgpptx.ir.EmbeddedFont;
import dev.deckmill.svgpptx.ir.Text;
import dev.deckmill.svgpptx.parse.atrule.FontFaceRule;
import dev.deckmill.svgpptx.parse.value.DataUrl;
import dev.deckmill.svgpptx.parse.xml.PageBudget;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The families that a document makes of fonts in it, {@code @font-face} with {@code data:} URLs. A
 * font is read when text first asks for it, and text then names what the font itself is called,
 * with its own weight and style: tools make up names for the families of their pages.
 */
public final class FontFaces {
  private static final int BOLD = 600;

  /** Of a family and of a list of families that are looked through; no tool writes as many. */
  private static final int MOST_LOOKED_AT = 64;

  private final Map<String, List<FontFaceRule>> rules = new HashMap<>();
  private final Map<FontFaceRule, Optional<EmbeddedFont>> read = new HashMap<>();
  private final Map<Text.Font, Text.Font> known = new HashMap<>();
  private final Fonts fonts;
  private final PageBudget budget;
  private final PageFindings findings;

  FontFaces(List<FontFaceRule> all, Fonts fonts, PageBudget budget, PageFindings findings) {
    this.fonts = fonts;
    this.budget = budget;
    this.findings = findings;
    for (FontFaceRule rule : all) {
      if (rule.sources().stream().anyMatch(FontFaces::isData)) {
        List<FontFaceRule> family =
            rules.computeIfAbsent(key(rule.family()), key -> new ArrayList<>(2));
        if (family.size() < MOST_LOOKED_AT) {
          family.add(rule);
        }
      }
    }
  }

  private static boolean isData(String url) {
    return url.regionMatches(true, 0, "data:", 0, 5);
  }

  private static String key(String family) {
    return family.strip().toLowerCase(Locale.ROOT);
  }

  /** The font as it is called, where its first family is one of the document's. */
  public Text.Font named(Text.Font font) {
    return rules.isEmpty() ? font : known.computeIfAbsent(font, this::found);
  }

  private Text.Font found(Text.Font font) {
    List<String> families = font.families();
    for (int i = 0; i < Math.min(families.size(), MOST_LOOKED_AT); i++) {
      List<FontFaceRule> own = rules.get(key(families.get(i)));
      EmbeddedFont embedded = own == null ? null : font(best(own, font));
      if (embedded != null) {
        List<String> named = new ArrayList<>(families.subList(i + 1, families.size()));
        named.addFirst(embedded.family());
        // a face that is asked to be bolder than it is, is smeared
        boolean bolder = font.weight() >= BOLD && embedded.weight() < BOLD && isRegular(own, font);
        return new Text.Font(
            named,
            font.size(),
            bolder ? font.weight() : embedded.weight(),
            font.stretch(),
            font.italic() || embedded.italic(),
            font.smallCaps());
      }
    }
    return font;
  }

  private static boolean isRegular(List<FontFaceRule> rules, Text.Font font) {
    return best(rules, font).mostWeight() < BOLD;
  }

  /** The one nearest in style and weight; of those that are alike the last. */
  private static FontFaceRule best(List<FontFaceRule> rules, Text.Font font) {
    FontFaceRule best = rules.getFirst();
    for (FontFaceRule rule : rules) {
      best = distance(rule, font) <= distance(best, font) ? rule : best;
    }
    return best;
  }

  private static int distance(FontFaceRule rule, Text.Font font) {
    int off =
        Math.max(
            0, Math.max(rule.leastWeight() - font.weight(), font.weight() - rule.mostWeight()));
    return off + (rule.italic() == font.italic() ? 0 : 10_000);
  }

  private @Nullable EmbeddedFont font(FontFaceRule rule) {
    return read.computeIfAbsent(rule, this::read).orElse(null);
  }

  private Optional<EmbeddedFont> read(FontFaceRule rule) {
    for (String source : rule.sources()) {
      boolean readable = isData(source) && budget.mayReadFonts();
      byte[] file = readable ? DataUrl.decode(source) : null;
      try {
        if (file != null) {
          EmbeddedFont font = fonts.embedded().read(file, budget.fontBytesLeft());
          budget.font(font.file().length);
          return Optional.of(font);
        }
      } catch (IOException broken) {
        // the next source may do
        budget.brokenFont();
      }
    }
    findings.warn(
        Code.FONT_SUBSTITUTED,
        null,
        "A font in the page can't be read, or is larger than a page may embed: its substitute is"
            + " used.");
    return Optional.empty();
  }
}
