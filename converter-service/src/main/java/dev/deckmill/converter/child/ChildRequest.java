package dev.deckmill.converter.child;

import dev.deckmill.svgpptx.SlideOptions;
import dev.deckmill.svgpptx.SlideSize;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One page on its way to a child.
 *
 * @param name the page's label
 * @param svg the document, plain or gzip; not copied
 * @param options what the job asked for and this installation allows
 */
@SuppressWarnings("ArrayRecordComponent") // read once by the one who gets it
public record ChildRequest(String name, byte[] svg, SlideOptions options) {
  public ChildRequest {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(svg, "svg");
    Objects.requireNonNull(options, "options");
  }

  /** Writes the frame that {@link #read} reads; the caller flushes. */
  public void write(DataOutputStream out) throws IOException {
    out.writeUTF(name);
    SlideSize size = options.slideSize();
    out.writeLong(size == null ? 0 : size.widthEmu());
    out.writeLong(size == null ? 0 : size.heightEmu());
    out.writeUTF(options.target().name());
    out.writeUTF(options.textProfile().name());
    writeLimits(out, options.limits());
    out.writeInt(svg.length);
    out.write(svg);
  }

  /** The next request, or null where the parent has closed the stream between two of them. */
  static @Nullable ChildRequest read(DataInputStream in) throws IOException {
    String name;
    try {
      name = in.readUTF();
    } catch (EOFException parentIsGone) {
      return null;
    }
    long width = in.readLong();
    long height = in.readLong();
    SlideOptions options =
        new SlideOptions(
            width == 0 ? null : new SlideSize(width, height),
            SlideOptions.Target.valueOf(in.readUTF()),
            SlideOptions.TextProfile.valueOf(in.readUTF()),
            readLimits(in));
    byte[] svg = new byte[in.readInt()];
    in.readFully(svg);
    return new ChildRequest(name, svg, options);
  }

  private static void writeLimits(DataOutputStream out, SlideOptions.Limits limits)
      throws IOException {
    out.writeLong(limits.inflatedBytes());
    out.writeInt(limits.depth());
    out.writeInt(limits.elements());
    out.writeInt(limits.entityExpansions());
    out.writeInt(limits.entityBytes());
    out.writeInt(limits.pathCommands());
    out.writeInt(limits.pagePathCommands());
    out.writeInt(limits.textChars());
    out.writeInt(limits.instances());
    out.writeLong(limits.imagePixels());
    out.writeLong(limits.pageImagePixels());
    out.writeLong(limits.rasterPixels());
  }

  private static SlideOptions.Limits readLimits(DataInputStream in) throws IOException {
    return new SlideOptions.Limits(
        in.readLong(),
        in.readInt(),
        in.readInt(),
        in.readInt(),
        in.readInt(),
        in.readInt(),
        in.readInt(),
        in.readInt(),
        in.readInt(),
        in.readLong(),
        in.readLong(),
        in.readLong());
  }
}
