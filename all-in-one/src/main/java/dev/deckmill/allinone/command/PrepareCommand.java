package dev.deckmill.allinone.command;

import dev.deckmill.allinone.client.Job;
import dev.deckmill.allinone.client.JobClient;
import dev.deckmill.allinone.client.Submission;
import dev.deckmill.allinone.local.Installation;
import dev.deckmill.allinone.local.Lifetime;
import dev.deckmill.allinone.local.StartupPreparation;
import dev.deckmill.allinone.pages.PageFiles;
import dev.deckmill.allinone.process.Ending;
import dev.deckmill.allinone.terminal.Durations;
import dev.deckmill.allinone.terminal.Terminal;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

@Command(
    name = "prepare",
    description = {
      "Makes the services start faster; needed once for each build, on a JDK from 25 on.",
      "Runs a set in a temporary directory, has it make a deck of the sample pages, and keeps what"
          + " its JVMs loaded. ./deckmill does this after a build unless DECKMILL_PREPARE=no."
    })
final class PrepareCommand implements Callable<Integer> {
  private static final int ANY_PORT = 0;

  private final Terminal terminal;

  PrepareCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws Exception {
    Installation installation = Installation.ofThisProcess();
    var preparation = new StartupPreparation(installation);
    if (!preparation.applies()) {
      terminal.note("This JDK needs no preparation: the first demo leaves what later starts use");
    } else if (preparation.isDone()) {
      terminal.note("The services of this build are prepared already");
    } else {
      prepare(installation, preparation);
    }
    return ExitCode.OK;
  }

  private void prepare(Installation installation, StartupPreparation preparation)
      throws IOException, InterruptedException {
    long began = System.nanoTime();
    try (var ending = new Ending()) {
      Workspace workspace = ending.with(Workspace.open(null));
      try (SetSession session =
          ending.with(
              new SetSession(
                  installation,
                  workspace.data(),
                  ANY_PORT,
                  Lifetime.PREPARING,
                  Map.of(),
                  terminal))) {
        session.start();
        makeDeck(session.client());
      }
      terminal.note("Assembling what the services' next starts use");
      preparation.assemble(workspace.data());
    }
    terminal.note(
        "The services are prepared: "
            + Durations.text(Duration.ofNanos(System.nanoTime() - began)));
  }

  private void makeDeck(JobClient client) throws IOException, InterruptedException {
    List<Path> pages = PageFiles.of(List.of(Path.of(System.getProperty("deckmill.examples"))));
    Map<String, String> options = Map.of("title", "Deckmill", "delivery", "drive");
    Job job = client.submit(new Submission(pages, options));
    Job done = new JobWatch(client, terminal).untilFinished(job);
    terminal.note("Made a deck of the sample pages: " + done.state());
  }
}
