package io.github.dualprevention.examples.quickstart;

import io.github.dualprevention.adapters.jackson.FolderTransport;
import io.github.dualprevention.core.journal.Commitment;
import io.github.dualprevention.core.risk.RiskLevel;
import io.github.dualprevention.core.table.Fault;
import io.github.dualprevention.grading.DirectRules;
import io.github.dualprevention.grading.GradingMethods;
import io.github.dualprevention.grading.register.RegisterComparison;
import io.github.dualprevention.grading.register.RegisterGrading;
import io.github.dualprevention.reporting.ReportTransport;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Grades risk registers by published methods and the enterprise's own, tells what a changed
 * standard would do to them, and what goes on from there: who answers, what is checked, what
 * becomes of the hazards, what is reported, and how the journal proves it.
 *
 * <p>A faulty register is refused as a whole; with {@code --keep-going} its good rows are written,
 * and the faults beside them, and nothing more is told.
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
        --data DIR    folder with risks.csv and, each only if you keep it: standard/ (methods.csv, scales.csv,
                      bands.csv: methods of your own), what-if/ (the same three files: a changed standard to
                      try), risks-sample.csv (a further register), direct-rules.csv, posts.csv,
                      responsibility.csv, measures.csv, check-plans.csv, checks.csv, attempts.csv
                      (default: the bundled petrol station)
        --out DIR     folder for index.html, graded-risks.csv, journal.txt, evidence-*.html, reports/
                      (default: quickstart-out)
        --keep-going  write the good rows and faults.csv instead of refusing a faulty register as a whole;
                      a fault in any other file always refuses everything
      """;

  private static final String RISKS = "risks.csv";
  private static final String SAMPLE = "risks-sample.csv";
  private static final String DIRECT_RULES = "direct-rules.csv";
  private static final String STANDARD = "standard";
  private static final String WHAT_IF = "what-if";

  private static final List<String> MAY_BE_LEFT_OVER =
      List.of("faults.csv", "journal.txt", "journal-heads.txt", "graded-" + SAMPLE);

  private final InstantSource clock;
  private final ZoneId zone;
  private final LocalDate day;
  private final Supplier<byte[]> salts;
  private final PrintStream out;
  private final PrintStream err;

  /** Takes what only the process knows: time, place, randomness and console. */
  Quickstart(
      InstantSource clock, ZoneId zone, Supplier<byte[]> salts, PrintStream out, PrintStream err) {
    this.clock = clock;
    this.zone = zone;
    this.day = LocalDate.ofInstant(clock.instant(), zone);
    this.salts = salts;
    this.out = out;
    this.err = err;
  }

  /**
   * Runs the program and ends the JVM with 0 (done), 1 (called wrongly, or a file could not be read
   * or written) or 2 (the data has faults).
   *
   * @param args the options
   */
  public static void main(String[] args) {
    PrintStream out = speaking(System.out, FileDescriptor.out);
    PrintStream err = speaking(System.err, FileDescriptor.err);
    SecureRandom random = new SecureRandom();
    Supplier<byte[]> salts =
        () -> {
          byte[] salt = new byte[Commitment.SHORTEST_SALT];
          random.nextBytes(salt);
          return salt;
        };
    Quickstart quickstart =
        new Quickstart(InstantSource.system(), ZoneId.systemDefault(), salts, out, err);
    System.exit(quickstart.run(args));
  }

  /** What {@code main} does. */
  int run(String... args) {
    try {
      Optional<Options> options = Options.parse(args);
      if (options.isEmpty()) {
        err.print(USAGE);
        return FAILED;
      }
      return tell(options.get());
    } catch (IOException | UncheckedIOException | InvalidPathException unreadable) {
      err.println("无法读写文件 / cannot read or write: " + unreadable);
      return FAILED;
    }
  }

  private int tell(Options options) throws IOException {
    DataFolder data = options.data();
    List<Fault> otherFaults = new ArrayList<>();
    Optional<GradingMethods> standard = data.standard(STANDARD, otherFaults);
    boolean ungradable = !otherFaults.isEmpty();
    Optional<GradingMethods> changed = data.standard(WHAT_IF, otherFaults);
    Optional<DirectRules> rules = data.directRules(DIRECT_RULES, otherFaults);
    if (ungradable) {
      return refuse(otherFaults);
    }
    GradingMethods methods = standard.orElseGet(GradingMethods::published);
    RegisterGrading grading = grading(methods, rules);
    RegisterReader reader = new RegisterReader(grading);
    GradedRegister register = reader.read(RISKS, data.content(RISKS));
    List<GradedRegister> registers = new ArrayList<>(List.of(register));
    if (data.has(SAMPLE)) {
      registers.add(reader.read(SAMPLE, data.content(SAMPLE)));
    }
    List<Fault> faults = faults(registers);
    boolean faulty = !faults.isEmpty();

    StoryData storyData =
        faulty ? StoryData.nothing() : new StoryReader(data::find, register.tree()).read();
    ReportTransport transport =
        report -> new FolderTransport(options.reports(), clock).send(report);
    Story story = new Story(register, storyData, transport, zone, salts);
    otherFaults.addAll(storyData.faults());
    if (storyData.faults().isEmpty()) {
      otherFaults.addAll(story.faults());
    }
    boolean nothingGraded = registers.stream().anyMatch(read -> read.risks().isEmpty());
    if (!otherFaults.isEmpty() || (faulty && (nothingGraded || !options.keepGoing()))) {
      otherFaults.addAll(faults);
      return refuse(otherFaults);
    }
    faults.forEach(err::println);

    List<WhatIf> whatIfs = new ArrayList<>();
    if (changed.isPresent() && !faulty) {
      RegisterComparison comparison = RegisterComparison.of(grading, grading(changed.get(), rules));
      for (GradedRegister read : registers) {
        whatIfs.add(WhatIf.of(read, comparison));
      }
    }
    publish(options, methods, registers, whatIfs, story);
    return faulty ? FAULTY : DONE;
  }

  /** Writes the results and says on the console what they are. */
  private void publish(
      Options options,
      GradingMethods methods,
      List<GradedRegister> registers,
      List<WhatIf> whatIfs,
      Story story)
      throws IOException {
    Path reports = options.reports();
    forget(reports, "????????-*.json");
    forget(options.out(), "evidence-*.html");
    if (!story.reports().isEmpty()) {
      Files.createDirectories(reports);
    }
    story.deliver();
    YearMonth month = YearMonth.from(day);
    String sections = new StoryPage(story, month).render();
    Map<String, String> files = new LinkedHashMap<>();
    files.put("index.html", new RegisterPage(methods, day).render(registers, sections, whatIfs));
    List<Fault> faults = faults(registers);
    if (!faults.isEmpty()) {
      files.put("faults.csv", GradedRegisterCsv.faults(faults));
    }
    if (!story.told().isEmpty()) {
      files.put("journal.txt", story.journal());
      files.put("journal-heads.txt", story.checkpoint().toText());
      int place = 0;
      for (byte[] evidence : story.evidence().values()) {
        files.put(StoryPage.evidenceName(place), new String(evidence, StandardCharsets.UTF_8));
        place++;
      }
    }
    registers.forEach(read -> files.put("graded-" + read.file(), GradedRegisterCsv.risks(read)));
    OutputFolder.write(options.out(), files);
    for (String leftOver : MAY_BE_LEFT_OVER) {
      if (!files.containsKey(leftOver)) {
        Files.deleteIfExists(options.out().resolve(leftOver));
      }
    }

    for (RiskLevel level : RiskLevel.values()) {
      out.println(level.wording() + ": " + registers.get(0).count(level));
    }
    registers.stream().skip(1).map(Quickstart::counted).forEach(out::println);
    if (!whatIfs.isEmpty()) {
      out.println(WhatIf.told(whatIfs));
    }
    new StoryTold(story, month).lines().forEach(out::println);
    out.println("→ " + options.out().resolve("index.html").toAbsolutePath());
  }

  private static List<Fault> faults(List<GradedRegister> registers) {
    return registers.stream().flatMap(register -> register.faults().stream()).toList();
  }

  private RegisterGrading grading(GradingMethods methods, Optional<DirectRules> rules) {
    RegisterGrading grading = RegisterGrading.of(methods, day);
    return rules.map(grading::withDirectRules).orElse(grading);
  }

  private int refuse(List<Fault> faults) {
    faults.forEach(err::println);
    err.println("未写出任何文件 / nothing was written");
    return FAULTY;
  }

  /** The levels of a further register in one line. */
  private static String counted(GradedRegister register) {
    List<String> zh = new ArrayList<>();
    List<String> en = new ArrayList<>();
    for (RiskLevel level : RiskLevel.values()) {
      zh.add(level.wording().zh() + register.count(level));
      en.add(level.wording().en() + " " + register.count(level));
    }
    return "示例清单：" + String.join("，", zh) + " / sample register: " + String.join(", ", en);
  }

  /** Files of an earlier run; each run is a world of its own. */
  private static void forget(Path folder, String names) throws IOException {
    if (Files.isDirectory(folder)) {
      try (DirectoryStream<Path> old = Files.newDirectoryStream(folder, names)) {
        for (Path file : old) {
          Files.delete(file);
        }
      }
    }
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
   * @param data where the registers lie
   * @param out where the result goes
   * @param keepGoing whether good rows are written beside faulty ones
   */
  private record Options(DataFolder data, Path out, boolean keepGoing) {

    Path reports() {
      return out.resolve("reports");
    }

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
      return Optional.of(new Options(new DataFolder(data), out, keepGoing));
    }
  }
}
