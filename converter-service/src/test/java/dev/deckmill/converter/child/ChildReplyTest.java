package dev.deckmill.converter.child;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import dev.deckmill.converter.child.ChildRequest.Wanted;
import dev.deckmill.svgpptx.SlideOptions;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;

final class ChildReplyTest {
  private static final int ANNOUNCED = 500 << 20;

  @Test
  void aChildThatAnnouncesMoreThanItSendsCostsOnlyWhatItSends() throws IOException {
    byte[] frame = frame(new ChildReply.Drawn(new byte[100]), ANNOUNCED);
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadAllocatedBytes();
    assertThatThrownBy(() -> read(frame, ChildRequest.MOST_REPLY_BYTES))
        .isInstanceOf(EOFException.class);
    assertThat(threads.getCurrentThreadAllocatedBytes() - before)
        .as("bytes of memory taken")
        .isLessThan(8 << 20);
  }

  @Test
  void aReplyMayBeAsLongAsTheRequestAllowsAndNotAByteLonger() throws IOException {
    byte[] frame = frame(new ChildReply.Drawn(new byte[100_000]), 100_000);
    assertThat(read(frame, 100_000))
        .isInstanceOfSatisfying(
            ChildReply.Drawn.class, drawn -> assertThat(drawn.png()).hasSize(100_000));
    assertThatThrownBy(() -> read(frame, 99_999))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("100000 bytes of 99999");
  }

  @Test
  void aRequestAllowsNoMoreThanItsLimitsCanMake() {
    assertThat(request(1_000_000, new Wanted.APreview(160)).mostReplyBytes())
        .isBetween(5_000_000, 100 << 20);
    assertThat(request(16_000_000, new Wanted.ASlide()).mostReplyBytes())
        .isLessThanOrEqualTo(ChildRequest.MOST_REPLY_BYTES);
  }

  private static ChildRequest request(long rasterPixels, Wanted wanted) {
    SlideOptions usual = SlideOptions.defaults();
    SlideOptions.Limits l = usual.limits();
    SlideOptions.Limits limits =
        new SlideOptions.Limits(
            l.inflatedBytes(),
            l.depth(),
            l.elements(),
            l.entityExpansions(),
            l.entityBytes(),
            l.pathCommands(),
            l.pagePathCommands(),
            l.textChars(),
            l.instances(),
            l.imagePixels(),
            l.pageImagePixels(),
            rasterPixels);
    return new ChildRequest(
        "a.svg",
        new byte[0],
        new SlideOptions(usual.slideSize(), usual.target(), usual.textProfile(), limits),
        wanted);
  }

  private static ChildReply read(byte[] frame, int mostBytes) throws IOException {
    return ChildReply.read(new DataInputStream(new ByteArrayInputStream(frame)), mostBytes);
  }

  /** A picture's frame, whose length is said to be another. */
  private static byte[] frame(ChildReply.Drawn drawn, int announced) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    out.writeByte('d');
    out.writeInt(announced);
    out.write(drawn.png());
    return bytes.toByteArray();
  }
}
