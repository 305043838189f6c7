package dev.deckmill.svgpptx.font.choice;

import dev.deckmill.svgpptx.font.face.FontFace;
import dev.deckmill.svgpptx.font.family.Family;
import dev.deckmill.svgpptx.font.family.Family.Owner;
import dev.deckmill.svgpptx.font.family.Family.Region;
import dev.deckmill.svgpptx.font.family.FamilyTable;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Programs that bring their own families, on machines that we don't know: PowerPoint, WPS, Google
 * Slides. The first listed family that their users surely have is written; else the first that some
 * have; else the generic family's.
 */
public final class OfficeChoice implements FamilyChoice {
  /** A weight that has a family of its own, and whom CSS weights it serves. */
  private record OwnWeight(String suffix, int from, int to) {}

  private static final List<OwnWeight> OWN_WEIGHTS =
      List.of(
          new OwnWeight(" Light", 1, 349),
          new OwnWeight(" Medium", 451, 549),
          new OwnWeight(" Semibold", 550, 649),
          new OwnWeight(" Black", 850, 1000));

  private final FaceFinder faces;
  private final List<Owner> sure;
  private final List<Owner> perhaps;
  private final Map<Generic, String> generics;
  private final Map<Region, List<String>> regions;

  private OfficeChoice(
      FaceFinder faces,
      List<Owner> sure,
      List<Owner> perhaps,
      Map<Generic, String> generics,
      Map<Region, List<String>> regions) {
    this.faces = faces;
    this.sure = sure;
    this.perhaps = perhaps;
    this.generics = generics;
    this.regions = regions;
  }

  /** PowerPoint and WPS: Windows first, since most of their users sit there. */
  public static OfficeChoice powerPoint(FaceFinder faces) {
    return new OfficeChoice(
        faces,
        List.of(Owner.POWERPOINT, Owner.WINDOWS),
        List.of(Owner.WEB, Owner.MAC),
        Map.of(
            Generic.SANS_SERIF, "Arial",
            Generic.SERIF, "Times New Roman",
            Generic.MONOSPACE, "Consolas",
            Generic.CURSIVE, "Comic Sans MS",
            Generic.FANTASY, "Impact",
            Generic.SYSTEM, "Segoe UI",
            Generic.EMOJI, "Segoe UI Emoji"),
        Map.of(
            Region.SC, List.of("Microsoft YaHei", "SimSun"),
            Region.TC, List.of("Microsoft JhengHei", "PMingLiU"),
            Region.JP, List.of("Yu Gothic", "Yu Mincho"),
            Region.KR, List.of("Malgun Gothic", "Batang")));
  }

  public static OfficeChoice googleSlides(FaceFinder faces) {
    return new OfficeChoice(
        faces,
        List.of(Owner.WEB),
        List.of(),
        Map.of(
            Generic.SANS_SERIF, "Arial",
            Generic.SERIF, "Times New Roman",
            Generic.MONOSPACE, "Courier New",
            Generic.CURSIVE, "Comic Sans MS",
            Generic.FANTASY, "Impact",
            Generic.SYSTEM, "Roboto",
            Generic.EMOJI, "Noto Color Emoji"),
        Map.of(
            Region.SC, List.of("Noto Sans SC", "Noto Serif SC"),
            Region.TC, List.of("Noto Sans TC", "Noto Serif TC"),
            Region.JP, List.of("Noto Sans JP", "Noto Serif JP"),
            Region.KR, List.of("Noto Sans KR", "Noto Serif KR")));
  }

  @Override
  public Chosen latin(Wanted wanted) {
    String family = listed(wanted, false);
    if (family == null) {
      Generic generic = wanted.generic() == null ? wanted.look() : wanted.generic();
      family = Objects.requireNonNull(generics.get(generic));
    }
    return chosen(family, wanted);
  }

  @Override
  public Chosen eastAsian(Wanted wanted, Region region) {
    String family = listed(wanted, true);
    if (family == null) {
      boolean serif = wanted.look() == Generic.SERIF;
      family = Objects.requireNonNull(regions.get(region)).get(serif ? 1 : 0);
    }
    return chosen(family, wanted);
  }

  @Override
  public Region usualRegion() {
    return Region.SC;
  }

  @Override
  public List<String> fallbacks(int codePoint, Generic look) {
    String script = Character.UnicodeScript.of(codePoint).name().replace('_', ' ');
    return List.of("Segoe UI Symbol", "Arial", "Noto Sans", "DejaVu Sans", "Noto Sans " + script);
  }

  /** The jar holds the characters of Latin, Greek and Cyrillic alone; a file has the others. */
  @Override
  public Stream<FontFace> faces(String family, int weight, boolean italic) {
    return Stream.<Supplier<FaceFinder.@Nullable Found>>of(
            () -> faces.bundled(family, weight, italic),
            () -> faces.installed(family, weight, italic))
        .flatMap(found -> Stream.ofNullable(found.get()))
        .map(FaceFinder.Found::face);
  }

  @Override
  public List<String> emoji() {
    return List.of();
  }

  private @Nullable String listed(Wanted wanted, boolean eastAsianOnly) {
    String second = null;
    for (String name : wanted.named()) {
      Family family = FamilyTable.KNOWN.find(name);
      boolean fits = !eastAsianOnly || (family != null && family.region() != null);
      if (fits && family != null && sure.stream().anyMatch(family::has)) {
        return name;
      }
      boolean some = family != null && perhaps.stream().anyMatch(family::has);
      if (fits && second == null && (some || isOwn(family, name))) {
        second = name;
      }
    }
    return second;
  }

  /**
   * A family of the house, which nobody lists but this machine has: its viewers have it as well.
   */
  private boolean isOwn(@Nullable Family family, String name) {
    return family == null && !perhaps.isEmpty() && faces.catalog().isInstalled(name);
  }

  private Chosen chosen(String family, Wanted wanted) {
    String heavy = withWeight(family, wanted.weight());
    boolean bold = heavy.equals(family) && wanted.weight() >= 600;
    FaceFinder.Found found = faces.find(heavy, bold ? 700 : 400, wanted.italic());
    return new Chosen(heavy, bold, wanted.italic(), Objects.requireNonNull(found, heavy));
  }

  /**
   * "Segoe UI Semibold" for weight 600, where the users have it: slides know two weights a family.
   */
  private String withWeight(String family, int weight) {
    Family plain = FamilyTable.KNOWN.find(family);
    for (OwnWeight own : OWN_WEIGHTS) {
      Family heavy = FamilyTable.KNOWN.find(family + own.suffix());
      if (heavy != null
          && plain != null
          && weight >= own.from()
          && weight <= own.to()
          && heavy.owners().stream().anyMatch(plain::has)) {
        return heavy.name();
      }
    }
    return family;
  }
}
