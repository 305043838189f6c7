package dev.deckmill.svgpptx.map;

import dev.deckmill.svgpptx.analyze.geometry.Place;
import dev.deckmill.svgpptx.analyze.plan.Item;
import dev.deckmill.svgpptx.analyze.plan.TextAlign;
import dev.deckmill.svgpptx.analyze.plan.TextParagraph;
import dev.deckmill.svgpptx.analyze.plan.TextRun;
import dev.deckmill.svgpptx.analyze.plan.Underline;
import dev.deckmill.svgpptx.dml.Effect;
import dev.deckmill.svgpptx.dml.Element;
import dev.deckmill.svgpptx.dml.Emu;
import dev.deckmill.svgpptx.dml.Fill;
import dev.deckmill.svgpptx.dml.Ln;
import dev.deckmill.svgpptx.dml.NonVisual;
import dev.deckmill.svgpptx.dml.Outline;
import dev.deckmill.svgpptx.dml.Ratio;
import dev.deckmill.svgpptx.dml.ShapeProperties;
import dev.deckmill.svgpptx.dml.TextBody;
import dev.deckmill.svgpptx.dml.UnderlineType;
import dev.deckmill.svgpptx.ir.Origin;
import dev.deckmill.svgpptx.ir.Text;
import dev.deckmill.svgpptx.ir.TextBlock.Numbering;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Text. */
final class TextMapper {
  private static final int SMALLEST = 100;
  private static final int LARGEST = 400_000;

  /** {@code ST_TextSpacingPoint}. */
  private static final int LARGEST_PITCH = 158_400;

  private TextMapper() {}

  static Element box(Item.TextBox words) {
    return shape(words, Element.Sp.Role.TEXT_BOX);
  }

  /** The slide's title placeholder, which keeps its own place and looks. */
  static Element title(Item.TextBox words) {
    return shape(words, Element.Sp.Role.TITLE);
  }

  private static Element shape(Item.TextBox words, Element.Sp.Role role) {
    Shaped shaped = rectangle(words.upright() ? standing(words.place()) : words.place());
    List<Effect> effects = EffectMapper.textEffects(words.effects());
    List<Effect> ofRuns = words.shinesAsBox() ? List.of() : effects;
    TextBody body =
        new TextBody(
            TextBody.Anchor.TOP,
            words.upright()
                ? TextBody.Direction.EAST_ASIAN_VERTICAL
                : TextBody.Direction.HORIZONTAL,
            false,
            Emu.ZERO,
            Emu.ZERO,
            paragraphs(words, shaped, ofRuns));
    return shape(words.origin(), role, shaped, words.shinesAsBox() ? effects : List.of(), body);
  }

  /** Paragraphs that differ, or lines that the program breaks. */
  static Element frame(Item.TextFrame frame) {
    Shaped shaped = rectangle(frame.place());
    List<Effect> effects = EffectMapper.textEffects(frame.effects());
    List<Effect> ofRuns = frame.shinesAsBox() ? List.of() : effects;
    List<TextBody.Paragraph> paragraphs =
        frame.paragraphs().stream().map(p -> paragraph(p, shaped, ofRuns)).toList();
    return shape(
        frame.origin(),
        Element.Sp.Role.TEXT_BOX,
        shaped,
        frame.shinesAsBox() ? effects : List.of(),
        new TextBody(TextBody.Anchor.TOP, frame.wraps(), paragraphs));
  }

  private static TextBody.Paragraph paragraph(
      TextParagraph paragraph, Shaped shaped, List<Effect> effects) {
    List<TextBody.Run> runs = new ArrayList<>();
    for (List<TextRun> line : paragraph.lines()) {
      if (!runs.isEmpty()) {
        runs.add(TextBody.Run.lineBreak(runs.getLast().properties()));
      }
      line.forEach(word -> runs.add(run(word, shaped, effects)));
    }
    double pitch = paragraph.line().written(paragraph.pitch());
    TextParagraph.Bullet bullet = paragraph.bullet();
    return new TextBody.Paragraph(
        paragraph.justified() ? TextBody.Align.JUSTIFIED : align(paragraph.align()),
        paragraph.pitch() == 0 ? 0 : hundredths(pitch, 0, LARGEST_PITCH),
        paragraph.rightToLeft(),
        new TextBody.Margins(
            Emu.rounded(Math.max(0, paragraph.left())),
            bullet == null ? Emu.ZERO : Emu.rounded(-Math.max(0, bullet.hanging())),
            hundredths(paragraph.before(), 0, LARGEST_PITCH)),
        bullet == null ? null : bullet(bullet),
        runs);
  }

  private static TextBody.Bullet bullet(TextParagraph.Bullet bullet) {
    Numbering numbering = bullet.numbering();
    return numbering == null
        ? new TextBody.Bullet.Char(bullet.character())
        : new TextBody.Bullet.AutoNumber(
            switch (numbering) {
              case DECIMAL -> TextBody.AutoNumberScheme.ARABIC_PERIOD;
              case LOWER_ALPHA -> TextBody.AutoNumberScheme.ALPHA_LC_PERIOD;
              case UPPER_ALPHA -> TextBody.AutoNumberScheme.ALPHA_UC_PERIOD;
              case LOWER_ROMAN -> TextBody.AutoNumberScheme.ROMAN_LC_PERIOD;
              case UPPER_ROMAN -> TextBody.AutoNumberScheme.ROMAN_UC_PERIOD;
            },
            bullet.start());
  }

  /** A box of vertical text is not turned; its lines are. */
  private static Place standing(Place lying) {
    return new Place(
        lying.centerX() - lying.height() / 2,
        lying.centerY() - lying.width() / 2,
        /* width= */ lying.height(),
        /* height= */ lying.width(),
        (lying.degrees() + 270) % 360);
  }

  private static Shaped rectangle(Place place) {
    return new Shaped(Outline.Preset.rect(), Shaped.xfrm(place, false), place);
  }

  private static Element shape(
      Origin origin, Element.Sp.Role role, Shaped shaped, List<Effect> ofBox, TextBody body) {
    NonVisual about = Names.of(origin);
    return new Element.Sp(
        // A link stands on the runs: PowerPoint follows those in a text box.
        new NonVisual(about.name(), about.description(), null),
        role,
        new ShapeProperties(shaped.xfrm(), shaped.outline(), new Fill.None(), Ln.NONE, ofBox),
        body);
  }

  /** The text in the middle of a box, moved from there as far as it stood apart. */
  static TextBody label(Item.TextBox words, Place box, Shaped shaped) {
    double down = words.place().centerY() - box.centerY();
    return new TextBody(
        TextBody.Anchor.CENTER,
        TextBody.Direction.HORIZONTAL,
        false,
        Emu.rounded(Math.max(0, 2 * down)),
        Emu.rounded(Math.max(0, -2 * down)),
        paragraphs(words, shaped, List.of()));
  }

  private static List<TextBody.Paragraph> paragraphs(
      Item.TextBox words, Shaped shaped, List<Effect> effects) {
    TextBody.Align align = align(words.align());
    int pitch =
        words.pitch() == 0 ? 0 : hundredths(words.line().written(words.pitch()), 0, LARGEST_PITCH);
    List<TextBody.Paragraph> paragraphs = new ArrayList<>(words.lines().size());
    for (List<TextRun> line : words.lines()) {
      List<TextBody.Run> runs = new ArrayList<>(line.size());
      line.forEach(word -> runs.add(run(word, shaped, effects)));
      paragraphs.add(new TextBody.Paragraph(align, pitch, words.rightToLeft(), runs));
    }
    return paragraphs;
  }

  private static TextBody.Align align(TextAlign align) {
    return switch (align) {
      case START -> TextBody.Align.LEFT;
      case MIDDLE -> TextBody.Align.CENTER;
      case END -> TextBody.Align.RIGHT;
    };
  }

  private static TextBody.Run run(TextRun word, Shaped shaped, List<Effect> effects) {
    return new TextBody.Run(
        word.text(),
        new TextBody.RunProperties(
            hundredths(word.size(), SMALLEST, LARGEST),
            word.bold(),
            word.italic(),
            underline(word.underline().form()),
            underlineFill(word.underline(), shaped),
            word.strike(),
            word.smallCaps(),
            hundredths(word.spacing(), -LARGEST, LARGEST),
            Ratio.of(word.raise()),
            PaintMapper.fill(word.fill(), shaped),
            word.line() == null ? null : LineMapper.line(word.line(), shaped),
            effects,
            word.latin(),
            word.eastAsian(),
            word.complex(),
            word.language(),
            word.link()));
  }

  private static UnderlineType underline(Text.@Nullable LineForm form) {
    return switch (form) {
      case null -> UnderlineType.NONE;
      case SOLID -> UnderlineType.SINGLE;
      case DOUBLE -> UnderlineType.DOUBLE;
      case DOTTED -> UnderlineType.DOTTED;
      case DASHED -> UnderlineType.DASHED;
      case WAVY -> UnderlineType.WAVY;
    };
  }

  private static @Nullable Fill underlineFill(Underline underline, Shaped shaped) {
    return underline.ink() == null ? null : PaintMapper.fill(underline.ink(), shaped);
  }

  /** 100ths of a point. */
  private static int hundredths(double emu, int least, int most) {
    return (int) Math.max(least, Math.min(most, Math.round(Emu.toPoints(emu) * 100)));
  }
}
