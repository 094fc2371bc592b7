package io.github.dualprevention.core.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dualprevention.core.Term;
import io.github.dualprevention.core.hazard.HazardAction;
import io.github.dualprevention.core.hazard.HazardFact;
import io.github.dualprevention.core.hazard.HazardJournal;
import io.github.dualprevention.core.hazard.HazardState;
import io.github.dualprevention.core.hazard.Weakening;
import io.github.dualprevention.core.journal.Checkpoint;
import io.github.dualprevention.core.journal.HashAlgorithm;
import io.github.dualprevention.core.journal.JournalEntry;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * A file of release 0.1, which must verify for ever; all persons in it are samples. A change of the
 * form is a further golden file beside this one, never a change of it.
 */
class GoldenEvidenceTest {

  private static final String FILE = "/golden/evidence-0.1.html";
  private static final String NAMES = "/golden/evidence-0.1.names.txt";
  private static final EvidenceFile EVIDENCE =
      new EvidenceFile(List.of(SampleChain.PUBLISHED, SampleChain.OWN), HashAlgorithm.sha256());

  @Test
  void verifies() throws IOException {
    List<JournalEntry> chain = SampleChain.major().entries();

    assertThat(EVIDENCE.verify(bytes(FILE)))
        .isEqualTo(
            new EvidenceVerification.Sound(
                new Checkpoint.Head(
                    19, "61df7305ddfbea8127cc39694416833e557e19a6415a8c1e7efc53fd32e6cff9"),
                HazardJournal.replay(chain)));
  }

  @Test
  void isWrittenTheSameFromTheSameChain() throws IOException {
    assertThat(text(written())).isEqualTo(text(bytes(FILE)));
  }

  /** One person is left unnamed. */
  private static byte[] written() {
    SampleChain chain = SampleChain.major();
    return EVIDENCE.write(
        chain.entries(),
        person -> person.equals(chain.person("示例人员戊")) ? Optional.empty() : chain.open(person),
        ZoneId.of("Asia/Shanghai"));
  }

  /** Old files show these names; a new one may come, none of them may ever change. */
  @Test
  void keepsEveryNameThatAFileCanShow() throws IOException {
    assertThat(names()).containsAll(text(bytes(NAMES)).lines().toList());
  }

  private static List<String> names() {
    return Stream.of(
            named("action", Stream.of(HazardAction.values()).map(HazardAction::term)),
            named("state", Stream.of(HazardState.values()).map(HazardState::term)),
            named("fact", Stream.of(HazardFact.values()).map(HazardFact::term)),
            named("weakening", Stream.of(Weakening.values()).map(Weakening::term)),
            Stream.of(HazardFact.values())
                .flatMap(fact -> named(fact.code(), fact.choices().stream())))
        .flatMap(names -> names)
        .toList();
  }

  private static Stream<String> named(String kind, Stream<Term> terms) {
    return terms.map(term -> kind + " " + term.code() + ": " + term.wording());
  }

  private static String text(byte[] file) {
    return new String(file, StandardCharsets.UTF_8);
  }

  private static byte[] bytes(String name) throws IOException {
    try (InputStream in = GoldenEvidenceTest.class.getResourceAsStream(name)) {
      return Objects.requireNonNull(in, name).readAllBytes();
    }
  }
}
