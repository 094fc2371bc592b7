package io.github.dualprevention.examples.junit6;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class JUnit6Test {

  @Test
  void theContractsRunUnderJUnit6() {
    String jar = Test.class.getProtectionDomain().getCodeSource().getLocation().getPath();

    assertThat(jar).contains("junit-jupiter-api-6.");
  }
}
