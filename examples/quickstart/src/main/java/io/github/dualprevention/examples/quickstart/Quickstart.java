package io.github.dualprevention.examples.quickstart;

import io.github.dualprevention.core.risk.RiskLevel;
import io.github.dualprevention.core.table.Fault;
import io.github.dualprevention.core.table.InvalidTableException;
import io.github.dualprevention.grading.DirectRules;
import io.github.dualprevention.grading.GradingMethods;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Grades a risk register.
 *
 * <p>Reads {@code risks.csv}, writes {@code graded-risks.csv} and {@code index.html}. A faulty
 * register is refused as a whole; with {@code --keep-going} its good rows are written, and the
 * faults beside them.
 */
public final class Quickstart {

  /** Everything was graded. */
  static final int DONE = 0;

  /** The program was called wrongly, or a file could not be read or written. */
  static final int FAILED = 1;

  /** The data has faults. */
  static final int FAULTY = 2;

  private static final String USAGE =
      """
      usage: java -jar quickstart.jar [--data DIR] [--out DIR] [--keep-going]
        --data DIR    folder with risks.csv and, if you keep one, direct-rules.csv (default: the bundled petrol station)
        --out DIR     folder for graded-risks.csv and index.html (default: quickstart-out)
        --keep-going  write the good rows and faults.csv instead of refusing a faulty register as a whole;
                      a faulty direct-rules.csv is always refused as a whole
      """;

  private static final String RISKS = "risks.csv";
  private static final String DIRECT_RULES = "direct-rules.csv";

  private Quickstart() {}

  /**
   * Runs the program and ends the JVM with 0 (done), 1 (called wrongly, or a file could not be read
   * or written) or 2 (the data has faults).
   *
   * @param args the options
   */
  public static void main(String[] args) {
    PrintStream out = speaking(System.out, FileDescriptor.out);
    PrintStream err = speaking(System.err, FileDescriptor.err);
    System.exit(run(args, LocalDate.now(ZoneId.systemDefault()), out, err));
  }

  /** What {@code main} does, with the day and the console as parameters. */
  static int run(String[] args, LocalDate day, PrintStream out, PrintStream err) {
    try {
      Optional<Options> options = Options.parse(args);
      if (options.isEmpty()) {
        err.print(USAGE);
        return FAILED;
      }
      return grade(options.get(), day, out, err);
    } catch (IOException | UncheckedIOException | InvalidPathException unreadable) {
      err.println("无法读写文件 / cannot read or write: " + unreadable);
      return FAILED;
    }
  }

  private static int grade(Options options, LocalDate day, PrintStream out, PrintStream err)
      throws IOException {
    GradingMethods methods = GradingMethods.published();
    List<Fault> ruleFaults = new ArrayList<>();
    Optional<DirectRules> directRules = directRules(options, ruleFaults);
    GradedRegister register;
    try (InputStream in = open(options, RISKS)) {
      register = new RegisterReader(methods, directRules, day).read(RISKS, in);
    }

    ruleFaults.forEach(err::println);
    register.faults().forEach(err::println);
    boolean faulty = !register.faults().isEmpty();
    if (!ruleFaults.isEmpty() || (faulty && !options.keepGoing())) {
      err.println("未写出任何文件 / nothing was written");
      return FAULTY;
    }

    Map<String, String> files = new LinkedHashMap<>();
    files.put("index.html", new RegisterPage(methods, day).render(register));
    if (faulty) {
      files.put("faults.csv", GradedRegisterCsv.faults(register.faults()));
    }
    files.put("graded-risks.csv", GradedRegisterCsv.risks(register));
    OutputFolder.write(options.out(), files);
    if (!faulty) {
      Files.deleteIfExists(options.out().resolve("faults.csv"));
    }

    for (RiskLevel level : RiskLevel.values()) {
      long count = register.risks().stream().filter(risk -> risk.grade().level() == level).count();
      out.println(level.wording() + ": " + count);
    }
    out.println("→ " + options.out().resolve("index.html").toAbsolutePath());
    return faulty ? FAULTY : DONE;
  }

  /**
   * The list of direct rules if one is kept; a faulty one stops the run, since any row might need
   * it.
   */
  private static Optional<DirectRules> directRules(Options options, List<Fault> faults)
      throws IOException {
    boolean kept =
        options.data().map(folder -> Files.exists(folder.resolve(DIRECT_RULES))).orElse(false);
    if (!kept) {
      return Optional.empty();
    }
    try (InputStream in = open(options, DIRECT_RULES)) {
      return Optional.of(DirectRules.read(DIRECT_RULES, in));
    } catch (InvalidTableException invalid) {
      faults.addAll(invalid.faults());
      return Optional.empty();
    }
  }

  private static InputStream open(Options options, String file) throws IOException {
    if (options.data().isPresent()) {
      return Files.newInputStream(options.data().get().resolve(file));
    }
    String bundled = "/petrol-station/" + file;
    return Objects.requireNonNull(Quickstart.class.getResourceAsStream(bundled), bundled);
  }

  /** The console itself if it can show Chinese; otherwise the same console in UTF-8. */
  private static PrintStream speaking(PrintStream console, FileDescriptor descriptor) {
    String encoding = System.getProperty("native.encoding", "UTF-8");
    return Charset.forName(encoding).newEncoder().canEncode('险')
        ? console
        : new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
  }

  /**
   * The command line.
   *
   * @param data where the register lies; empty for the bundled one
   * @param out where the result goes
   * @param keepGoing whether good rows are written beside faulty ones
   */
  private record Options(Optional<Path> data, Path out, boolean keepGoing) {

    /** Empty if the command line makes no sense. */
    static Optional<Options> parse(String[] args) {
      Optional<Path> data = Optional.empty();
      Path out = Path.of("quickstart-out");
      boolean keepGoing = false;
      for (int i = 0; i < args.length; i++) {
        boolean hasValue = i + 1 < args.length && !args[i + 1].startsWith("--");
        if (args[i].equals("--keep-going")) {
          keepGoing = true;
        } else if (args[i].equals("--data") && hasValue) {
          data = Optional.of(Path.of(args[++i]));
        } else if (args[i].equals("--out") && hasValue) {
          out = Path.of(args[++i]);
        } else {
          return Optional.empty();
        }
      }
      return Optional.of(new Options(data, out, keepGoing));
    }
  }
}
