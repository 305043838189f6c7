package dev.deckmill.svgpptx.font;

import dev.deckmill.svgpptx.SlideOptions.TextProfile;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Chooses the typeface that is written into a slide, and the face it is measured with.
 *
 * <p>For office programs the first family counts that they bring along. For LibreOffice, which
 * falls back late when a family is missing, it is the first that this machine has, itself or as a
 * twin of the same widths.
 */
public final class Typefaces {
  private static final String SANS = "sans-serif";

  /** Families with the same advance widths, which stand in for each other without a trace. */
  private static final Map<String, List<String>> TWINS =
      Map.ofEntries(
          Map.entry("arial", List.of("Liberation Sans", "Arimo")),
          Map.entry("helvetica", List.of("Nimbus Sans", "Liberation Sans", "Arimo")),
          Map.entry("arial narrow", List.of("Liberation Sans Narrow")),
          Map.entry("times new roman", List.of("Liberation Serif", "Tinos")),
          Map.entry("times", List.of("Nimbus Roman", "Liberation Serif", "Tinos")),
          Map.entry("courier new", List.of("Liberation Mono", "Cousine")),
          Map.entry("courier", List.of("Nimbus Mono PS", "Liberation Mono", "Cousine")),
          Map.entry("calibri", List.of("Carlito")),
          Map.entry("cambria", List.of("Caladea")),
          Map.entry("georgia", List.of("Gelasio")));

  /** What stands behind CSS's generic families, first choice first. */
  private static final Map<String, List<String>> GENERIC =
      Map.ofEntries(
          Map.entry(SANS, List.of("Noto Sans", "DejaVu Sans", "Arial")),
          Map.entry("serif", List.of("Noto Serif", "DejaVu Serif", "Times New Roman")),
          Map.entry(
              "monospace",
              List.of("Noto Sans Mono", "Noto Mono", "DejaVu Sans Mono", "Courier New")),
          Map.entry("cursive", List.of("Comic Sans MS", "Noto Sans")),
          Map.entry("fantasy", List.of("Impact", "Noto Sans")));

  private static final Map<String, String> OFFICE_GENERIC =
      Map.of(
          SANS,
          "Arial",
          "system-ui",
          "Arial",
          "-apple-system",
          "Arial",
          "blinkmacsystemfont",
          "Arial",
          "serif",
          "Times New Roman",
          "monospace",
          "Courier New",
          "cursive",
          "Comic Sans MS",
          "fantasy",
          "Impact");

  /** Families that come with PowerPoint on Windows and on the Mac. */
  private static final Set<String> OFFICE =
      Set.of(
          "arial",
          "arial black",
          "arial narrow",
          "bahnschrift",
          "baskerville old face",
          "book antiqua",
          "bookman old style",
          "calibri",
          "calibri light",
          "cambria",
          "cambria math",
          "candara",
          "century",
          "century gothic",
          "century schoolbook",
          "comic sans ms",
          "consolas",
          "constantia",
          "copperplate gothic bold",
          "corbel",
          "courier new",
          "ebrima",
          "franklin gothic book",
          "franklin gothic medium",
          "gabriola",
          "garamond",
          "georgia",
          "gill sans mt",
          "impact",
          "lucida console",
          "lucida sans unicode",
          "microsoft yahei",
          "microsoft jhenghei",
          "ms gothic",
          "ms mincho",
          "meiryo",
          "malgun gothic",
          "simsun",
          "simhei",
          "kaiti",
          "fangsong",
          "yu gothic",
          "yu mincho",
          "palatino linotype",
          "rockwell",
          "segoe print",
          "segoe script",
          "segoe ui",
          "segoe ui light",
          "segoe ui semibold",
          "segoe ui symbol",
          "segoe ui emoji",
          "sylfaen",
          "symbol",
          "tahoma",
          "times new roman",
          "trebuchet ms",
          "tw cen mt",
          "verdana",
          "webdings",
          "wingdings",
          "aptos",
          "aptos display");

  private static final Set<String> EAST_ASIAN =
      Set.of(
          "microsoft yahei",
          "microsoft jhenghei",
          "pingfang sc",
          "pingfang tc",
          "pingfang hk",
          "hiragino sans",
          "hiragino kaku gothic pron",
          "hiragino sans gb",
          "simsun",
          "simhei",
          "kaiti",
          "fangsong",
          "ms gothic",
          "ms mincho",
          "ms pgothic",
          "meiryo",
          "yu gothic",
          "yu mincho",
          "malgun gothic",
          "source han sans sc",
          "source han sans",
          "noto sans sc",
          "noto sans jp",
          "noto sans kr",
          "noto sans tc",
          "noto sans cjk sc",
          "noto sans cjk jp",
          "noto sans cjk kr",
          "noto sans cjk tc",
          "wenquanyi micro hei",
          "stheiti");

  private static final List<String> CJK_HERE =
      List.of("Noto Sans CJK SC", "Noto Sans CJK JP", "Droid Sans Fallback");

  private final TextProfile profile;
  private final FontFiles files;

  /**
   * What is to be written and with what it is measured.
   *
   * @param latin the typeface for Latin text; {@code eastAsian} for Chinese, Japanese and Korean
   * @param face measures of the Latin typeface or of what comes nearest to it
   * @param exact whether {@code face} has the typeface's own measures and the page asked for it
   */
  public record Choice(String latin, String eastAsian, Face face, boolean exact) {}

  public Typefaces(TextProfile profile) {
    this.profile = profile;
    this.files = FontFiles.ofThisMachine();
  }

  /** For the families of a page, first choice first. */
  public Choice choose(List<String> families, int weight, boolean italic) {
    String latin = latin(families);
    Optional<Face> own = face(latin, weight, italic);
    Face face = own.or(() -> fallback(weight, italic)).orElse(AverageFace.INSTANCE);
    boolean asked = latin.equalsIgnoreCase(families.get(0)) || isGeneric(families.get(0));
    return new Choice(latin, eastAsian(families, latin), face, own.isPresent() && asked);
  }

  private Optional<Face> fallback(int weight, boolean italic) {
    return GENERIC.get(SANS).stream()
        .map(f -> face(f, weight, italic))
        .flatMap(Optional::stream)
        .findFirst();
  }

  private String latin(List<String> families) {
    for (String family : families) {
      Optional<String> known =
          profile == TextProfile.LIBREOFFICE ? knownHere(family) : knownToOffice(family);
      if (known.isPresent()) {
        return known.get();
      }
    }
    return profile == TextProfile.LIBREOFFICE
        ? knownHere(SANS).orElse("Arial")
        : isCssName(families.get(0)) ? "Arial" : families.get(0);
  }

  private Optional<String> knownToOffice(String family) {
    String key = key(family);
    if (OFFICE.contains(key)) {
      return Optional.of(family);
    }
    if (key.equals("helvetica") || key.equals("helvetica neue")) {
      return Optional.of("Arial");
    }
    return Optional.ofNullable(OFFICE_GENERIC.get(key));
  }

  private Optional<String> knownHere(String family) {
    if (files.hasFamily(family) || twin(family).isPresent()) {
      return Optional.of(family);
    }
    return GENERIC.getOrDefault(key(family), List.of()).stream()
        .filter(f -> files.hasFamily(f) || twin(f).isPresent())
        .findFirst();
  }

  private Optional<String> twin(String family) {
    return TWINS.getOrDefault(key(family), List.of()).stream().filter(files::hasFamily).findFirst();
  }

  private Optional<Face> face(String family, int weight, boolean italic) {
    return files
        .face(family, weight, italic)
        .or(() -> twin(family).flatMap(t -> files.face(t, weight, italic)));
  }

  private String eastAsian(List<String> families, String latin) {
    if (profile == TextProfile.LIBREOFFICE) {
      return families.stream()
          .filter(f -> EAST_ASIAN.contains(key(f)) && files.hasFamily(f))
          .findFirst()
          .or(() -> CJK_HERE.stream().filter(files::hasFamily).findFirst())
          .orElse(latin);
    }
    return families.stream().filter(f -> EAST_ASIAN.contains(key(f))).findFirst().orElse(latin);
  }

  private static boolean isGeneric(String family) {
    return GENERIC.containsKey(key(family));
  }

  /** Names that mean "the system's font" or a kind of font, and no family. */
  private static boolean isCssName(String family) {
    return OFFICE_GENERIC.containsKey(key(family));
  }

  private static String key(String family) {
    return family.toLowerCase(Locale.ROOT);
  }
}
