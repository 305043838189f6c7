package dev.deckmill.svgpptx.embed;

import static dev.deckmill.svgpptx.embed.BundleFields.part;
import static dev.deckmill.svgpptx.embed.BundleFields.string;

import dev.deckmill.svgpptx.Finding;
import dev.deckmill.svgpptx.SlideReport;
import dev.deckmill.svgpptx.SlideSize;
import dev.deckmill.svgpptx.dml.Blip;
import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.CheckedOutputStream;

/**
 * How a bundle and its report lie in a file: big-endian, lengths before contents, a CRC-32 of
 * everything at the end. The same bundle always gives the same bytes. One without fonts is of
 * version 2, which had none: during an update old and new processes read each other's.
 *
 * <pre>
 * magic "DMSL", version
 * size, title, sha256, layout, slide part, notes part or none
 * links: kind, medium or URL      media: sha256, format, part
 * from version 3 on fonts: typeface, bold, italic, sha256, part
 * report: counts, timings, findings, elements
 * CRC-32
 * </pre>
 */
public final class BundleFormat {
  private static final int MAGIC = 0x444d534c;
  private static final int WITHOUT_FONTS = 2;
  private static final int VERSION = 3;
  private static final int BUFFER_BYTES = 1 << 14;

  private static final int RENDITIONS = 3;
  private static final int STAGES = 4;
  private static final int FINDING_TEXTS = 4;
  private static final int ELEMENT_TEXTS = 3;

  private BundleFormat() {}

  /** A bundle and its report. */
  public record Content(Bundle bundle, SlideReport report) {}

  /** Writes without closing {@code out}. */
  public static void write(Content content, OutputStream out) throws IOException {
    CheckedOutputStream checked = new CheckedOutputStream(out, new CRC32());
    // Above the sum, which takes a field of four bytes no faster than a buffer of them.
    DataOutputStream data = new DataOutputStream(new BufferedOutputStream(checked, BUFFER_BYTES));
    data.writeInt(MAGIC);
    Bundle bundle = content.bundle();
    data.writeInt(bundle.fonts().isEmpty() ? WITHOUT_FONTS : VERSION);
    bundle(bundle, data);
    if (!bundle.fonts().isEmpty()) {
      fonts(bundle.fonts(), data);
    }
    report(content.report(), data);
    data.flush();
    data.writeInt((int) checked.getChecksum().getValue());
    data.flush();
  }

  /**
   * Reads what {@link #write} wrote, without closing {@code in}.
   *
   * @throws IOException also when the bytes are no bundle, of another version, short or damaged
   */
  public static Content read(InputStream in) throws IOException {
    return read(in, (data, version) -> new Content(bundle(data, version), report(data)));
  }

  /** Reads the bundle likewise and passes over the report, which is most of its fields. */
  public static Bundle readBundle(InputStream in) throws IOException {
    return read(
        in,
        (data, version) -> {
          Bundle bundle = bundle(data, version);
          passReport(data);
          return bundle;
        });
  }

  private static <T> T read(InputStream in, Reading<T> reading) throws IOException {
    BundleInput data = new BundleInput(in);
    try {
      if (data.int32() != MAGIC) {
        throw new IOException("not a slide bundle: it does not begin with DMSL");
      }
      int version = data.int32();
      if (version != VERSION && version != WITHOUT_FONTS) {
        throw new IOException("slide bundle of version " + version + ", expected " + VERSION);
      }
      T read = reading.read(data, version);
      int sum = data.crc32();
      if (data.int32() != sum) {
        throw new IOException("damaged slide bundle: its checksum does not fit");
      }
      return read;
    } catch (IllegalArgumentException | EOFException e) {
      throw new IOException("damaged slide bundle: " + e.getMessage(), e);
    }
  }

  @FunctionalInterface
  private interface Reading<T> {
    T read(BundleInput data, int version) throws IOException;
  }

  private static void bundle(Bundle bundle, DataOutputStream data) throws IOException {
    data.writeLong(bundle.size().widthEmu());
    data.writeLong(bundle.size().heightEmu());
    string(bundle.title(), data);
    string(bundle.sha256(), data);
    string(bundle.layout().name(), data);
    part(bundle.slide(), data);
    data.writeBoolean(bundle.notes() != null);
    if (bundle.notes() != null) {
      part(bundle.notes(), data);
    }
    data.writeInt(bundle.links().size());
    for (Bundle.Link link : bundle.links()) {
      switch (link) {
        case Bundle.Link.Picture picture -> {
          data.writeByte(0);
          data.writeInt(picture.media());
        }
        case Bundle.Link.Hyperlink hyperlink -> {
          data.writeByte(1);
          string(hyperlink.url(), data);
        }
      }
    }
    data.writeInt(bundle.media().size());
    for (Bundle.Media media : bundle.media()) {
      string(media.sha256(), data);
      string(media.format().name(), data);
      part(media.part(), data);
    }
  }

  private static void fonts(List<Bundle.Font> fonts, DataOutputStream data) throws IOException {
    data.writeInt(fonts.size());
    for (Bundle.Font font : fonts) {
      string(font.typeface(), data);
      data.writeBoolean(font.bold());
      data.writeBoolean(font.italic());
      string(font.sha256(), data);
      part(font.part(), data);
    }
  }

  private static Bundle bundle(BundleInput data, int version) throws IOException {
    SlideSize size = new SlideSize(data.int64(), data.int64());
    String title = data.nullable();
    String sha256 = data.string();
    Bundle.Layout layout = data.constant(Bundle.Layout.class);
    Part slide = data.part();
    Part notes = data.bool() ? data.part() : null;
    List<Bundle.Link> links = new ArrayList<>();
    for (int n = data.count(); n > 0; n--) {
      links.add(
          data.octet() == 0
              ? new Bundle.Link.Picture(data.int32())
              : new Bundle.Link.Hyperlink(data.string()));
    }
    List<Bundle.Media> media = new ArrayList<>();
    for (int n = data.count(); n > 0; n--) {
      media.add(new Bundle.Media(data.string(), data.constant(Blip.Format.class), data.part()));
    }
    List<Bundle.Font> fonts = version == WITHOUT_FONTS ? List.of() : fonts(data);
    return new Bundle(size, title, sha256, layout, slide, notes, links, media, fonts);
  }

  private static List<Bundle.Font> fonts(BundleInput data) throws IOException {
    List<Bundle.Font> fonts = new ArrayList<>();
    for (int n = data.count(); n > 0; n--) {
      fonts.add(
          new Bundle.Font(data.string(), data.bool(), data.bool(), data.string(), data.part()));
    }
    return fonts;
  }

  private static void report(SlideReport report, DataOutputStream data) throws IOException {
    data.writeInt(report.renditions().nativeElements());
    data.writeInt(report.renditions().approximateElements());
    data.writeInt(report.renditions().rasterElements());
    data.writeLong(report.timings().parseMicros());
    data.writeLong(report.timings().analyzeMicros());
    data.writeLong(report.timings().mapMicros());
    data.writeLong(report.timings().embedMicros());
    data.writeInt(report.findings().size());
    for (Finding finding : report.findings()) {
      string(finding.code().name(), data);
      string(finding.severity().name(), data);
      string(finding.elementId(), data);
      string(finding.detail(), data);
    }
    data.writeInt(report.elements().size());
    for (SlideReport.ElementDecision element : report.elements()) {
      string(element.elementType(), data);
      string(element.id(), data);
      string(element.rendition().name(), data);
      data.writeInt(element.reasons().size());
      for (String reason : element.reasons()) {
        string(reason, data);
      }
      data.writeLong(element.bytes());
    }
  }

  private static SlideReport report(BundleInput data) throws IOException {
    SlideReport.Renditions renditions =
        new SlideReport.Renditions(data.int32(), data.int32(), data.int32());
    SlideReport.Timings timings =
        new SlideReport.Timings(data.int64(), data.int64(), data.int64(), data.int64());
    List<Finding> findings = new ArrayList<>();
    for (int n = data.count(); n > 0; n--) {
      findings.add(
          new Finding(
              Finding.Code.valueOf(data.string()),
              data.constant(Finding.Severity.class),
              data.nullable(),
              data.string()));
    }
    List<SlideReport.ElementDecision> elements = new ArrayList<>();
    for (int n = data.count(); n > 0; n--) {
      elements.add(element(data));
    }
    return new SlideReport(renditions, timings, findings, elements);
  }

  /**
   * What {@link #report(BundleInput)} reads; where the two differ, the bundle's sum does not fit.
   */
  private static void passReport(BundleInput data) throws IOException {
    data.pass(RENDITIONS * Integer.BYTES + STAGES * Long.BYTES);
    for (int n = data.count(); n > 0; n--) {
      for (int text = 0; text < FINDING_TEXTS; text++) {
        data.passString();
      }
    }
    for (int n = data.count(); n > 0; n--) {
      for (int text = 0; text < ELEMENT_TEXTS; text++) {
        data.passString();
      }
      for (int reasons = data.count(); reasons > 0; reasons--) {
        data.passString();
      }
      data.pass(Long.BYTES);
    }
  }

  private static SlideReport.ElementDecision element(BundleInput data) throws IOException {
    String type = data.string();
    String id = data.nullable();
    SlideReport.Rendition rendition = data.constant(SlideReport.Rendition.class);
    List<String> reasons = new ArrayList<>();
    for (int n = data.count(); n > 0; n--) {
      reasons.add(data.string());
    }
    return new SlideReport.ElementDecision(type, id, rendition, reasons, data.int64());
  }
}
