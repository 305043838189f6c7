package dev.deckmill.api.intake.zip;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;

/** A ZIP file of pages, on disk without a name: it is gone when it is closed, or its process is. */
public final class ZipFile implements Closeable {
  /** How many bytes {@link #isZip} wants to see. */
  public static final int SIGNATURE_BYTES = 4;

  /** Names that are not Unicode are, by the format's age, those of the first PC. */
  private static final Charset OLD_NAMES = Charset.forName("IBM437");

  /**
   * A page in the file.
   *
   * @param name its label
   */
  public record Page(String name, ZipArchiveEntry entry) {}

  private final SeekableByteChannel file;
  private final org.apache.commons.compress.archivers.zip.ZipFile zip;
  private final int ratio;
  private final List<Page> pages;

  private ZipFile(SeekableByteChannel file, int ratio) throws IOException {
    this.file = file;
    this.ratio = ratio;
    ZipDirectory directory = ZipDirectory.of(file);
    this.zip = read(file);
    List<ZipArchiveEntry> entries = Collections.list(zip.getEntries());
    ZipEntryRules.check(entries, directory.offset());
    this.pages = new ZipPageOrder(this::open, new ObjectMapper()).of(entries);
  }

  /** Whether a file that begins so is a ZIP file, with entries or without. */
  public static boolean isZip(byte[] first) {
    return first.length >= SIGNATURE_BYTES
        && first[0] == 'P'
        && first[1] == 'K'
        && ((first[2] == 3 && first[3] == 4) || (first[2] == 5 && first[3] == 6));
  }

  /**
   * Takes a ZIP file.
   *
   * @param content the file's bytes, read to their end
   * @param ratio how many times its size an entry may expand to, once it is large
   * @throws dev.deckmill.api.refusal.Refusal if it is not as it should be
   */
  public static ZipFile spool(InputStream content, int ratio) throws IOException {
    SeekableByteChannel file = nameless();
    try {
      content.transferTo(Channels.newOutputStream(file));
      return new ZipFile(file, ratio);
    } catch (IOException | RuntimeException e) {
      file.close();
      throw e;
    }
  }

  /** The name goes as soon as the file is open, as Unix has it: a killed process leaves nothing. */
  private static SeekableByteChannel nameless() throws IOException {
    Path path = Files.createTempFile("deckmill-", ".zip");
    return Files.newByteChannel(
        path,
        Set.of(
            StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE));
  }

  /** Not closed where it is read a second time: all it holds is the file. */
  private static org.apache.commons.compress.archivers.zip.ZipFile read(SeekableByteChannel file)
      throws IOException {
    try {
      var zip = read(file, StandardCharsets.UTF_8);
      boolean unicode =
          Collections.list(zip.getEntries()).stream().allMatch(ZipFile::hasUnicodeName);
      return unicode ? zip : read(file, OLD_NAMES);
    } catch (IOException | IllegalArgumentException e) {
      throw ZipFaults.invalid("its structure is damaged");
    }
  }

  private static org.apache.commons.compress.archivers.zip.ZipFile read(
      SeekableByteChannel file, Charset names) throws IOException {
    return org.apache.commons.compress.archivers.zip.ZipFile.builder()
        .setSeekableByteChannel(file)
        .setCharset(names)
        .get();
  }

  private static boolean hasUnicodeName(ZipArchiveEntry entry) {
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(entry.getRawName()));
      return true;
    } catch (CharacterCodingException other) {
      return false;
    }
  }

  /** The pages, in their order: the manifest's if there is one, else that of their names. */
  public List<Page> pages() {
    return pages;
  }

  /** A page's bytes, which fail with a refusal where they are not what the file says of them. */
  public InputStream open(Page page) throws IOException {
    return open(page.entry());
  }

  private InputStream open(ZipArchiveEntry entry) throws IOException {
    return new EntryStream(zip.getInputStream(entry), entry, ratio);
  }

  @Override
  public void close() throws IOException {
    zip.close();
    file.close();
  }
}
