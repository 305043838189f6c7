package dev.deckmill.allinone.command;

import dev.deckmill.allinone.client.Job;
import dev.deckmill.allinone.client.JobClient;
import dev.deckmill.allinone.client.JobList;
import dev.deckmill.allinone.command.option.ServerOptions;
import dev.deckmill.allinone.terminal.Table;
import dev.deckmill.allinone.terminal.Terminal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "jobs", description = "Lists jobs, the newest first.")
final class JobsCommand implements Callable<Integer> {
  @Option(
      names = "--state",
      paramLabel = "STATE",
      split = ",",
      description = "Only those in one of these states, such as failed,cancelled.")
  private List<String> states = List.of();

  @Option(names = "--title", paramLabel = "TEXT", description = "Only those with it in the title.")
  private @Nullable String title;

  @Option(
      names = "--limit",
      paramLabel = "N",
      defaultValue = "20",
      description = "How many at most, 1 to 100. Default: 20.")
  private int limit;

  @Option(names = "--json", description = "Prints the API's own answer.")
  private boolean json;

  @Mixin private final ServerOptions server = new ServerOptions();

  private final Terminal terminal;

  JobsCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws Exception {
    JobClient client = server.client();
    Map<String, String> query = new LinkedHashMap<>();
    query.put("limit", Integer.toString(limit));
    if (!states.isEmpty()) {
      query.put("state", String.join(",", states));
    }
    if (title != null) {
      query.put("title", title);
    }
    String answer = client.jobsAsJson(query);
    if (json) {
      terminal.result(answer);
      return ExitCode.OK;
    }
    JobList list = client.readList(answer);
    var table = new Table();
    list.jobs().forEach(job -> table.row(job.id(), job.state(), pages(job), title(job)));
    table.lines().forEach(terminal::result);
    if (list.next() != null) {
      terminal.note("There are more; --limit, --state and --title choose among them.");
    }
    return ExitCode.OK;
  }

  private static String pages(Job job) {
    return job.pages() == null ? "" : job.pages().finished() + "/" + job.pages().total();
  }

  private static String title(Job job) {
    return job.title() == null ? "" : job.title();
  }
}
