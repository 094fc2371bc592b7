package io.github.dualprevention.examples.junit6;

import io.github.dualprevention.core.journal.HashAlgorithm;
import io.github.dualprevention.testkit.HashAlgorithmContract;

class Sha256Test extends HashAlgorithmContract {

  @Override
  protected HashAlgorithm algorithm() {
    return HashAlgorithm.sha256();
  }

  @Override
  protected String hashOfAbc() {
    return "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
  }
}
