package dev.deckmill.svgpptx.font;

import dev.deckmill.svgpptx.SlideOptions.TextProfile;
import dev.deckmill.svgpptx.font.catalog.FontCatalog;
import dev.deckmill.svgpptx.font.choice.Certainty;
import dev.deckmill.svgpptx.font.choice.FaceFinder;
import dev.deckmill.svgpptx.font.choice.FamilyChoice;
import dev.deckmill.svgpptx.font.choice.GlyphFallback;
import dev.deckmill.svgpptx.font.choice.InstalledChoice;
import dev.deckmill.svgpptx.font.choice.OfficeChoice;
import dev.deckmill.svgpptx.font.choice.Wanted;
import dev.deckmill.svgpptx.font.face.Characters;
import dev.deckmill.svgpptx.font.face.FontFace;
import dev.deckmill.svgpptx.font.family.Family;
import dev.deckmill.svgpptx.font.family.Family.Region;
import dev.deckmill.svgpptx.font.family.FamilyTable;
import dev.deckmill.svgpptx.ir.Text;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Decides in which family a run will be shown and what measures it, for one text profile. Safe for
 * many threads; make one for a catalogue and share it.
 */
public final class FontResolver {
  /** Pages of many authors pass through one process: what was found is found again. */
  private static final int MAX_KNOWN = 4_000;

  private static final int BOLD = 600;

  /** All that the answer depends on. */
  private record Key(List<String> families, int weight, boolean italic, @Nullable Region region) {}

  private final TextProfile profile;
  private final FamilyChoice choice;
  private final GlyphFallback fallback;
  private final Map<Key, Resolution> known = new ConcurrentHashMap<>();

  public FontResolver(FontCatalog catalog, TextProfile profile) {
    FaceFinder faces = new FaceFinder(catalog);
    this.profile = Objects.requireNonNull(profile);
    this.choice =
        switch (profile) {
          case POWERPOINT, WPS -> OfficeChoice.powerPoint(faces);
          case GOOGLE_SLIDES -> OfficeChoice.googleSlides(faces);
          case LIBREOFFICE -> new InstalledChoice(faces);
        };
    this.fallback = new GlyphFallback(choice);
  }

  public TextProfile profile() {
    return profile;
  }

  /**
   * The fonts of a run.
   *
   * @param text its characters: they tell whether an East Asian family is needed, and whose
   * @param language {@code xml:lang}, or null; only counts for ideographs
   */
  public Resolution resolve(Text.Font font, String text, @Nullable String language) {
    return resolve(font, text, language, null);
  }

  /**
   * The same on a page whose other text tells something.
   *
   * @param pageLanguage what ideographs are taken for where neither they nor their font tell
   */
  Resolution resolve(
      Text.Font font, String text, @Nullable String language, @Nullable String pageLanguage) {
    Region region = hasEastAsian(text) ? region(font, text, language, pageLanguage) : null;
    Key key = new Key(font.families(), font.weight(), font.italic(), region);
    Resolution resolution = known.get(key);
    if (resolution == null) {
      if (known.size() > MAX_KNOWN) {
        known.clear();
      }
      resolution = resolve(key);
      known.put(key, resolution);
    }
    return resolution;
  }

  /**
   * The same for a font that the page brings along, which measures it. LibreOffice is told what it
   * has; for programs on machines that we don't know the font's own family is named.
   */
  Resolution embedded(Resolution found, FontFace own, Text.Font font) {
    String family = font.families().getFirst();
    Typeface known = found.typeface();
    boolean bold = font.weight() >= BOLD;
    Typeface typeface =
        profile == TextProfile.LIBREOFFICE
            ? new Typeface(known.latin(), known.eastAsian(), bold, font.italic())
            : new Typeface(family, known.eastAsian(), bold, font.italic());
    return found.embedded(own, typeface);
  }

  private Resolution resolve(Key key) {
    Wanted wanted = Wanted.of(key.families(), key.weight(), key.italic());
    FamilyChoice.Chosen latin = choice.latin(wanted);
    FamilyChoice.Chosen eastAsian =
        key.region() == null ? null : choice.eastAsian(wanted, key.region());
    Certainty certainty = latin.found().certainty();
    if (eastAsian != null && eastAsian.found().certainty().compareTo(certainty) > 0) {
      certainty = eastAsian.found().certainty();
    }
    return new Resolution(
        latin.found().face(),
        new Resolution.EastAsian(
            eastAsian == null ? null : eastAsian.found().face(),
            key.region() == null ? null : key.region().language()),
        new Typeface(
            latin.family(),
            eastAsian == null ? null : eastAsian.family(),
            latin.bold(),
            latin.italic()),
        certainty,
        substitution(wanted, key.region()),
        wanted.look(),
        fallback);
  }

  /**
   * Says that another family is written than the first that is named; null: it is that one.
   * Families are compared as they are without weights, since a weight's own family is still the
   * family.
   */
  private @Nullable String substitution(Wanted wanted, @Nullable Region region) {
    String first = wanted.first();
    if (first == null) {
      return null;
    }
    Wanted plain = new Wanted(wanted.named(), wanted.later(), wanted.generic(), 400, false);
    Family asked = FamilyTable.KNOWN.find(first);
    boolean eastAsian = region != null && asked != null && asked.region() != null;
    String written =
        eastAsian ? choice.eastAsian(plain, region).family() : choice.latin(plain).family();
    String key = FamilyTable.key(written);
    // A family without a regular weight is written with the name of one that it has.
    boolean same =
        key.equals(FamilyTable.key(first)) || key.startsWith(FamilyTable.key(first) + " ");
    return same ? null : first + " is " + unknown() + ": written as " + written;
  }

  private String unknown() {
    return switch (profile) {
      case POWERPOINT -> "not an Office font";
      case WPS -> "not a font of WPS Office";
      case GOOGLE_SLIDES -> "not a font of Google Slides";
      case LIBREOFFICE -> "not installed";
    };
  }

  /** Script before language before the families before the page before what is usual. */
  private Region region(
      Text.Font font, String text, @Nullable String language, @Nullable String pageLanguage) {
    Region script = script(text);
    if (script != null) {
      return script;
    }
    Region spoken = language == null ? null : region(language);
    if (spoken != null) {
      return spoken;
    }
    for (String name : font.families()) {
      Family family = FamilyTable.KNOWN.find(name);
      if (family != null && family.region() != null) {
        return family.region();
      }
    }
    Region ofPage = pageLanguage == null ? null : region(pageLanguage);
    return ofPage == null ? choice.usualRegion() : ofPage;
  }

  private static @Nullable Region region(String language) {
    String tag = language.toLowerCase(Locale.ROOT);
    if (tag.startsWith("ja")) {
      return Region.JP;
    } else if (tag.startsWith("ko")) {
      return Region.KR;
    } else if (!tag.startsWith("zh")) {
      return null;
    }
    boolean traditional =
        tag.contains("hant") || tag.contains("tw") || tag.contains("hk") || tag.contains("mo");
    return traditional ? Region.TC : Region.SC;
  }

  /** Kana, Hangul and bopomofo are written in one region each. */
  private static @Nullable Region script(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= 0x1100) {
        if (Characters.isKana(c)) {
          return Region.JP;
        } else if (Characters.isHangul(c)) {
          return Region.KR;
        } else if (Characters.isBopomofo(c)) {
          return Region.TC;
        }
      }
    }
    return null;
  }

  private static boolean hasEastAsian(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= 0x1100
          && Characters.isEastAsian(Character.isSurrogate(c) ? text.codePointAt(i) : c)) {
        return true;
      }
    }
    return false;
  }
}
