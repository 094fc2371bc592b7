package io.github.dualprevention.adapters.jackson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.dualprevention.reporting.Receipt;
import io.github.dualprevention.reporting.ReportEnvelope;
import io.github.dualprevention.reporting.ReportTransport;
import io.github.dualprevention.testkit.ReportTransportContract;
import io.github.dualprevention.testkit.Samples;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FolderTransportTest {

  private static final int THREADS = 8;

  @TempDir Path folder;

  @Nested
  class WithLinks extends Contract {
    WithLinks() {
      super(true);
    }
  }

  @Nested
  class WithoutLinks extends Contract {
    WithoutLinks() {
      super(false);
    }
  }

  @SuppressWarnings("NullAway.Init") // set before each test
  private abstract static class Contract extends ReportTransportContract {
    private final boolean links;
    @TempDir Path folder;
    private FolderTransport transport;

    Contract(boolean links) {
      this.links = links;
    }

    @BeforeEach
    void open() {
      transport = new FolderTransport(folder, Samples::moment, links);
    }

    @Override
    protected ReportTransport transport() {
      return transport;
    }

    @Override
    protected List<ReportEnvelope> received() {
      return documents(folder);
    }
  }

  @Test
  void writesOneFileNamedAfterTheIdAndNothingElse() throws IOException {
    ReportEnvelope envelope = Samples.envelope();

    Receipt receipt = transport(true).send(envelope);

    String name = envelope.id() + ".json";
    assertThat(receipt).isEqualTo(new Receipt.Accepted(name, Samples.moment()));
    assertThat(names()).containsExactly(name);
    assertThat(folder.resolve(name)).hasContent(EnvelopeDocument.write(envelope));
  }

  @Test
  void rejectsAnotherDocumentUnderTheSameIdWithItsCode() {
    transport(true).send(Samples.envelope("a", 1, "first"));

    Receipt receipt = transport(true).send(Samples.envelope("a", 1, "second"));

    assertThat(receipt)
        .isInstanceOfSatisfying(
            Receipt.Rejected.class,
            rejected -> {
              assertThat(rejected.code()).isEqualTo("reporting.id.taken");
              assertThat(rejected.message()).contains("编号", Samples.envelope("a", 1).id());
            });
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void isNotDisturbedByWhatADeadProcessHasLeftBehind(boolean links) throws IOException {
    ReportEnvelope envelope = Samples.envelope();
    String half = EnvelopeDocument.write(envelope).substring(0, 30);
    for (int n = 0; n < 3; n++) {
      Files.writeString(folder.resolve(envelope.id() + "." + n + ".tmp"), half);
    }
    Files.writeString(folder.resolve(".lock"), "");

    assertThat(transport(links).send(envelope)).isInstanceOf(Receipt.Accepted.class);

    assertThat(documents(folder)).containsExactly(envelope);
    assertThat(folder.resolve(envelope.id() + ".0.tmp")).hasContent(half);
    assertThat(names()).hasSize(5);
  }

  @Test
  void doesNotTakeAHalfWrittenFileOfSomeoneElseForItsOwn() throws IOException {
    ReportEnvelope envelope = Samples.envelope();
    Path file = folder.resolve(envelope.id() + ".json");
    Files.writeString(file, "{\"body\":");

    assertThat(transport(true).send(envelope)).isInstanceOf(Receipt.Rejected.class);
    assertThat(file).hasContent("{\"body\":");
  }

  @Test
  void throwsIfTheFolderIsGoneAndAcceptsWhenItIsBack() throws IOException {
    ReportEnvelope envelope = Samples.envelope();
    FolderTransport transport = transport(true);
    Path elsewhere = folder.resolveSibling(folder.getFileName() + "-elsewhere");
    Files.move(folder, elsewhere);

    assertThatExceptionOfType(UncheckedIOException.class)
        .isThrownBy(() -> transport.send(envelope))
        .withMessageContaining(envelope.id());

    Files.move(elsewhere, folder);
    assertThat(transport.send(envelope)).isInstanceOf(Receipt.Accepted.class);
    assertThat(documents(folder)).containsExactly(envelope);
  }

  @Test
  void refusesAFolderThatIsNotThere() {
    Path nowhere = folder.resolve("nowhere");

    assertThatIllegalArgumentException()
        .isThrownBy(() -> new FolderTransport(nowhere, Samples::moment))
        .withMessageContaining("nowhere");
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void eightThreadsWithTheSameEnvelopeStoreItOnce(boolean links) throws Exception {
    for (int round = 1; round <= 15; round++) {
      ReportEnvelope envelope = Samples.envelope("same", round, "x".repeat(20_000));

      List<Receipt> receipts = sendAtOnce(links, n -> envelope);

      assertThat(receipts)
          .isNotEmpty()
          .allSatisfy(receipt -> assertThat(receipt).isInstanceOf(Receipt.Accepted.class));
      assertThat(documents(folder)).hasSize(round).contains(envelope);
    }
    assertThat(names()).noneMatch(name -> name.endsWith(".tmp"));
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void ofEightDifferentDocumentsUnderOneIdExactlyOneIsAccepted(boolean links) throws Exception {
    for (int round = 1; round <= 15; round++) {
      long sequence = round;

      List<Receipt> receipts =
          sendAtOnce(links, n -> Samples.envelope("one", sequence, n + "x".repeat(n * 5_000)));

      assertThat(receipts.stream().filter(Receipt.Accepted.class::isInstance)).hasSize(1);
      assertThat(documents(folder)).hasSize(round);
    }
    assertThat(names()).noneMatch(name -> name.endsWith(".tmp"));
  }

  /** Each thread has a transport of its own, as another process would have. */
  private List<Receipt> sendAtOnce(boolean links, IntFunction<ReportEnvelope> envelopes)
      throws Exception {
    CyclicBarrier start = new CyclicBarrier(THREADS);
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    try {
      List<Future<Optional<Receipt>>> sendings = new ArrayList<>();
      for (int n = 0; n < THREADS; n++) {
        ReportEnvelope envelope = envelopes.apply(n);
        Callable<Optional<Receipt>> sending =
            () -> {
              FolderTransport transport = transport(links);
              start.await(30, TimeUnit.SECONDS);
              return attempt(transport, envelope);
            };
        sendings.add(threads.submit(sending));
      }
      List<Receipt> receipts = new ArrayList<>();
      for (Future<Optional<Receipt>> sending : sendings) {
        sending.get(30, TimeUnit.SECONDS).ifPresent(receipts::add);
      }
      return receipts;
    } finally {
      threads.shutdownNow();
    }
  }

  /** Empty if the outcome is not known, as it may be without links. */
  private static Optional<Receipt> attempt(ReportTransport transport, ReportEnvelope envelope) {
    try {
      return Optional.of(transport.send(envelope));
    } catch (OverlappingFileLockException unknown) {
      return Optional.empty();
    }
  }

  private FolderTransport transport(boolean links) {
    return new FolderTransport(folder, Samples::moment, links);
  }

  private List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  /** Whoever fetches the files finds the order of a subject in them. */
  private static List<ReportEnvelope> documents(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.toString().endsWith(".json"))
          .map(file -> EnvelopeDocument.read(contentOf(file)))
          .sorted(Comparator.comparing(ReportEnvelope::sequence))
          .toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static String contentOf(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
