package dev.deckmill.svgpptx.analyze.text;

import dev.deckmill.svgpptx.Finding;
import dev.deckmill.svgpptx.analyze.context.PlanContext;
import dev.deckmill.svgpptx.analyze.plan.DeckFont;
import dev.deckmill.svgpptx.analyze.plan.Item;
import dev.deckmill.svgpptx.analyze.plan.TextRun;
import dev.deckmill.svgpptx.font.file.EotFile;
import dev.deckmill.svgpptx.font.file.WebFont;
import dev.deckmill.svgpptx.ir.EmbeddedFont;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Puts the fonts that a page brings along, and that its slide's text is set in, into the deck. */
public final class DeckFonts {
  private static final int BOLD = 600;

  private final PlanContext context;
  private final Set<String> families = new HashSet<>();
  private final Set<String> styles = new HashSet<>();
  private final List<DeckFont> fonts = new ArrayList<>();
  private long bytesLeft;

  private DeckFonts(PlanContext context, long most) {
    this.context = context;
    this.bytesLeft = most;
  }

  /**
   * The fonts that may be in a deck; of each that may not, and of each that is, a finding tells.
   *
   * @param found those of the page
   * @param items what is on the slide
   * @param most bytes that all of them may have, unpacked
   */
  public static List<DeckFont> of(
      List<EmbeddedFont> found, List<Item> items, long most, PlanContext context) {
    DeckFonts kept = new DeckFonts(context, most);
    if (!found.isEmpty()) {
      items.forEach(kept::collect);
      found.forEach(kept::add);
    }
    return kept.fonts;
  }

  private void collect(Item item) {
    switch (item) {
      case Item.Group group -> group.items().forEach(this::collect);
      case Item.TextBox box -> collect(box.lines());
      case Item.TextFrame frame ->
          frame.paragraphs().forEach(paragraph -> collect(paragraph.lines()));
      case Item.Shape shape -> {
        if (shape.label() != null) {
          collect(shape.label().lines());
        }
      }
      case Item.Image image -> {}
      case Item.Raster picture -> {}
    }
  }

  private void collect(List<List<TextRun>> lines) {
    for (List<TextRun> line : lines) {
      for (TextRun run : line) {
        families.add(key(run.latin()));
        families.add(key(run.eastAsian()));
        families.add(key(run.complex()));
      }
    }
  }

  private static String key(String family) {
    return family.toLowerCase(Locale.ROOT);
  }

  private void add(EmbeddedFont font) {
    if (!families.contains(key(font.family()))) {
      return;
    }
    boolean bold = font.weight() >= BOLD;
    String style = style(bold, font.italic());
    if (!styles.add(key(font.family()) + style)) {
      leftOut(font, "another of its name and style is in it already");
      return;
    }
    try {
      byte[] whole = WebFont.whole(font.source(), bytesLeft);
      EotFile.@Nullable Obstacle obstacle = EotFile.obstacle(whole);
      if (obstacle == null) {
        bytesLeft -= whole.length;
        fonts.add(new DeckFont(font.family(), bold, font.italic(), EotFile.of(whole)));
        context.find(
            Finding.Code.FONT_EMBEDDED,
            Finding.Severity.INFO,
            font.family()
                + " "
                + style
                + " is in the deck; where its pages bring several fonts of one name and style, the"
                + " first is.");
      } else {
        leftOut(font, obstacle.reason());
      }
    } catch (IOException e) {
      leftOut(font, "it is broken, or larger than a page may embed");
    }
  }

  private static String style(boolean bold, boolean italic) {
    if (bold) {
      return italic ? "bold italic" : "bold";
    }
    return italic ? "italic" : "regular";
  }

  private void leftOut(EmbeddedFont font, String why) {
    context.find(
        Finding.Code.FONT_NOT_EMBEDDED,
        Finding.Severity.WARNING,
        font.family() + " is not in the deck: " + why + ". It shows where it is installed.");
  }
}
