package io.github.dualprevention.core.journal;

import com.google.common.hash.Hashing;

/** SHA-256 as the JDK computes it. */
enum Sha256 implements HashAlgorithm {
  INSTANCE;

  @Override
  public String id() {
    return "SHA-256";
  }

  @Override
  public String hash(byte[] content) {
    return Hashing.sha256().hashBytes(content).toString();
  }
}
