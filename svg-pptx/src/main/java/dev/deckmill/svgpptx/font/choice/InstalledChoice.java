package dev.deckmill.svgpptx.font.choice;

import dev.deckmill.svgpptx.font.face.FaceEntry;
import dev.deckmill.svgpptx.font.face.FontFace;
import dev.deckmill.svgpptx.font.family.Family;
import dev.deckmill.svgpptx.font.family.Family.Owner;
import dev.deckmill.svgpptx.font.family.Family.Region;
import dev.deckmill.svgpptx.font.family.FamilyTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * LibreOffice on this machine, which asks fontconfig: the first listed family that is installed or
 * has a stand-in that is; families named after a generic one count as well; else the generic
 * family's first installed preference (fontconfig 2.14, 60-latin.conf). Seen so with LibreOffice
 * 7.4 on Debian 12 for 33 names.
 */
public final class InstalledChoice implements FamilyChoice {
  private static final Map<Generic, List<String>> PREFERENCES =
      Map.of(
          Generic.SANS_SERIF,
              List.of(
                  "Noto Sans", "DejaVu Sans", "Verdana", "Arial", "Liberation Sans", "Helvetica"),
          Generic.SERIF,
              List.of("Noto Serif", "DejaVu Serif", "Times New Roman", "Liberation Serif", "Times"),
          Generic.MONOSPACE,
              List.of("Noto Sans Mono", "DejaVu Sans Mono", "Courier New", "Liberation Mono"),
          Generic.CURSIVE, List.of("Comic Sans MS", "Z003"),
          Generic.FANTASY, List.of("Impact", "Anton"),
          Generic.EMOJI, List.of("Noto Color Emoji", "Symbola"));

  private static final List<String> SYMBOLS =
      List.of(
          "DejaVu Sans",
          "OpenSymbol",
          "Noto Sans Symbols2",
          "Noto Sans Symbols",
          "Symbola",
          "Noto Sans Math",
          "Segoe UI Symbol",
          "Apple Symbols",
          "Noto Color Emoji");

  private final FaceFinder faces;

  public InstalledChoice(FaceFinder faces) {
    this.faces = faces;
  }

  @Override
  public Chosen latin(Wanted wanted) {
    for (String name : Stream.concat(wanted.named().stream(), wanted.later().stream()).toList()) {
      Chosen chosen = installed(name, wanted);
      if (chosen != null) {
        return chosen;
      }
    }
    return generic(wanted);
  }

  @Override
  public Chosen eastAsian(Wanted wanted, Region region) {
    for (String name : wanted.named()) {
      Family family = FamilyTable.KNOWN.find(name);
      Chosen chosen = family != null && family.region() != null ? installed(name, wanted) : null;
      if (chosen != null) {
        return chosen;
      }
    }
    List<String> names = new ArrayList<>();
    if (wanted.look() == Generic.SERIF) {
      names.add("Noto Serif CJK " + region);
    }
    names.add("Noto Sans CJK " + region);
    for (Region other : List.of(Region.JP, Region.SC, Region.TC, Region.KR)) {
      names.add("Noto Sans CJK " + other);
    }
    names.addAll(List.of("Droid Sans Fallback", "WenQuanYi Zen Hei", "IPAGothic", "M PLUS 1p"));
    return first(names, wanted, "Noto Sans CJK " + region);
  }

  @Override
  public Region usualRegion() {
    return Region.JP;
  }

  @Override
  public List<String> fallbacks(int codePoint, Generic look) {
    String script = Character.UnicodeScript.of(codePoint).name().replace('_', ' ');
    List<String> names = new ArrayList<>();
    if (look == Generic.MONOSPACE) {
      names.add("DejaVu Sans Mono");
    }
    names.addAll(SYMBOLS);
    names.add("Noto Sans " + script.toLowerCase(Locale.ROOT));
    names.add("Noto Serif " + script.toLowerCase(Locale.ROOT));
    names.addAll(List.of("FreeSans", "Unifont"));
    return names;
  }

  @Override
  public List<String> emoji() {
    return Objects.requireNonNull(PREFERENCES.get(Generic.EMOJI));
  }

  @Override
  public Stream<FontFace> faces(String family, int weight, boolean italic) {
    return Stream.ofNullable(present(family, weight, italic)).map(FaceFinder.Found::face);
  }

  private Chosen generic(Wanted wanted) {
    Generic look = wanted.look();
    Map<String, String> own = faces.catalog().sources().generics();
    String mine =
        wanted.generic() == null && own.containsKey("default")
            ? own.get("default")
            : own.get(look.cssName());
    if (mine != null) {
      Chosen chosen = installed(mine, wanted);
      if (chosen != null) {
        return chosen;
      }
    }
    List<String> preferences = new ArrayList<>(Objects.requireNonNull(PREFERENCES.get(look)));
    preferences.addAll(Objects.requireNonNull(PREFERENCES.get(Generic.SANS_SERIF)));
    return first(preferences, wanted, "DejaVu Sans");
  }

  private Chosen first(List<String> names, Wanted wanted, String last) {
    for (String name : names) {
      Chosen chosen = installed(name, wanted);
      if (chosen != null) {
        return chosen;
      }
    }
    FaceFinder.Found found = faces.bundled(last, wanted.weight(), wanted.italic());
    return new Chosen(
        last, wanted.weight() >= 600, wanted.italic(), Objects.requireNonNull(found, last));
  }

  /** The family itself or, under its name, what fontconfig shows for it; null: neither. */
  private @Nullable Chosen installed(String name, Wanted wanted) {
    FaceFinder.Found found = present(name, wanted.weight(), wanted.italic());
    if (found != null) {
      return found.entry() == null ? plain(name, wanted, found) : styled(found, wanted);
    }
    for (String standIn : FamilyTable.KNOWN.standIns(name)) {
      FaceFinder.Found other = present(standIn, wanted.weight(), wanted.italic());
      if (other != null) {
        Certainty certainty =
            other.certainty() == Certainty.ESTIMATE ? Certainty.ESTIMATE : Certainty.TWIN;
        return plain(name, wanted, new FaceFinder.Found(other.face(), certainty, other.entry()));
      }
    }
    return null;
  }

  /** Without any folder, what LibreOffice's own packages bring counts as installed. */
  private FaceFinder.@Nullable Found present(String name, int weight, boolean italic) {
    if (!faces.catalog().sources().folders().isEmpty()) {
      return faces.installed(name, weight, italic);
    }
    Family family = FamilyTable.KNOWN.find(name);
    return family != null && family.has(Owner.LIBREOFFICE)
        ? faces.bundled(name, weight, italic)
        : null;
  }

  private static Chosen plain(String name, Wanted wanted, FaceFinder.Found found) {
    return new Chosen(name, wanted.weight() >= 600, wanted.italic(), found);
  }

  /** The name under which Office's two weights a family reach the very face: "Noto Sans Light". */
  private static Chosen styled(FaceFinder.Found found, Wanted wanted) {
    FaceEntry entry = Objects.requireNonNull(found.entry());
    boolean madeBold = wanted.weight() >= 600 && entry.weight() < 600;
    return new Chosen(entry.legacyFamily(), entry.legacyBold() || madeBold, wanted.italic(), found);
  }
}
