package dev.deckmill.allinone.comparison;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Pages as a browser shows them: as images, which run no script and fetch nothing. */
final class BrowserPictures {
  private static final Duration LONGEST = Duration.ofMinutes(1);

  /** How far a page's clock is turned on, so that animations that end are at their end. */
  private static final Duration PAGE_TIME = Duration.ofSeconds(10);

  private final DrawingPrograms programs;
  private final Path directory;
  private final PictureSize size;

  /**
   * @param directory for what the browser needs beside the pictures
   */
  BrowserPictures(DrawingPrograms programs, Path directory, PictureSize size) {
    this.programs = programs;
    this.directory = directory;
    this.size = size;
  }

  /** Draws a page, fitted and centred as on a slide. */
  void draw(Path page, Path picture) throws IOException, InterruptedException {
    Path frame = Files.writeString(directory.resolve("frame.html"), frame(page));
    List<String> command = new ArrayList<>();
    command.add(programs.browser().toString());
    command.addAll(
        List.of(
            "--headless",
            "--disable-gpu",
            "--hide-scrollbars",
            "--force-device-scale-factor=1",
            "--allow-file-access-from-files",
            "--host-resolver-rules=MAP * ~NOTFOUND",
            "--user-data-dir=" + directory.resolve("browser"),
            "--virtual-time-budget=" + PAGE_TIME.toMillis(),
            "--window-size=" + size.width() + "," + size.height(),
            "--screenshot=" + picture.toAbsolutePath()));
    if (System.getProperty("user.name", "").equals("root")) {
      // It refuses to run as root with its sandbox, which containers often can't give it.
      command.add("--no-sandbox");
    }
    command.add(frame.toUri().toString());
    new ForeignProgram(directory.resolve("browser.log"), LONGEST).run(command);
  }

  private String frame(Path page) {
    String address = page.toAbsolutePath().toUri().toString();
    String image =
        "<img src=\"%s\" style=\"width:%dpx;height:%dpx;object-fit:contain\">"
            .formatted(Html.escape(address), size.width(), size.height());
    return "<!DOCTYPE html><meta charset=\""
        + StandardCharsets.UTF_8.name()
        + "\"><body style=\"margin:0;background:white\">"
        + image;
  }
}
