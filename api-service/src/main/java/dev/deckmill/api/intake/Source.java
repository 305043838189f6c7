package dev.deckmill.api.intake;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.Objects;

/** Something that a submission names and that pages come from. */
public sealed interface Source {
  /**
   * A file: one page, plain or gzip, or a ZIP file of pages. Which of them its first bytes tell.
   *
   * @param name what the client calls it, not cleaned yet
   * @param content its bytes, to be read before the next source is handed over
   */
  record File(String name, InputStream content) implements Source {
    public File {
      Objects.requireNonNull(name, "name");
      Objects.requireNonNull(content, "content");
    }

    /** One that came inside the submission's own text. */
    public static File inline(String name, byte[] content) {
      return new File(name, new ByteArrayInputStream(content));
    }
  }

  /**
   * A file that was uploaded before.
   *
   * @param name what the client calls it; if nothing, as it was called when it was uploaded
   * @param id the upload's id
   */
  record Upload(String name, String id) implements Source {
    public Upload {
      Objects.requireNonNull(name, "name");
      Objects.requireNonNull(id, "id");
    }
  }
}
