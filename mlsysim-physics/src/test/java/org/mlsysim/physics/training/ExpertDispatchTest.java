package org.mlsysim.physics.training;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ExpertDispatchTest {
  @Test
  void sixtyFourDevicesDispatchSixtyFourKTokens() {
    var bounds = ExpertDispatch.of(65536, 64, 256, 7168, 1, 5e-6, 50e9, 1.5);

    assertEquals(1024, bounds.tokensPerDevice());
    assertEquals(4, bounds.expertsPerDevice());
    assertEquals(256, bounds.tokensPerExpert());
    assertEquals(16, bounds.tokensPerPair());
    assertEquals(63, bounds.remotePeers());
    assertEquals(7168.0, bounds.bytesPerToken(), 0.0);
    assertEquals(114_688.0, bounds.pairBytes(), 0.0);
    assertEquals(7_225_344.0, bounds.sentBytes(), 0.0);
    assertEquals(0.00014950688, bounds.injectionBound(), 1e-18);
    assertEquals(1008, bounds.uniformRemoteTokens());
    assertEquals(1512, bounds.hotRemoteTokens()); // 1.5 x 1008
    assertEquals(0.00014450688, bounds.uniformReceiveBound(), 1e-18);
    assertEquals(0.00021676032, bounds.hotReceiveBound(), 1e-18);
  }

  @Test
  void halfATokenGoesToTheEvenSide() {
    // One peer sends 3 tokens; skews of 0.5 and 1.5 ask for 1.5 and 4.5 of them.
    assertEquals(2, ExpertDispatch.of(12, 2, 2, 1, 1, 0, 1, 0.5).hotRemoteTokens());
    assertEquals(4, ExpertDispatch.of(12, 2, 2, 1, 1, 0, 1, 1.5).hotRemoteTokens());
  }

  @Test
  void oneDeviceKeepsItsTokens() {
    var bounds = ExpertDispatch.of(65536, 1, 256, 7168, 1, 5e-6, 50e9, 1.0);

    assertEquals(0.0, bounds.sentBytes(), 0.0);
    assertEquals(5e-6, bounds.injectionBound(), 0.0);
  }

  static LongStream seeds() {
    return LongStream.range(0, 200);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void roundingAgreesWithTheLibrary(long seed) {
    var random = new SplittableRandom(seed);
    double value = random.nextInt(0, 1_000_000) / 4.0;

    assertEquals(Math.rint(value), HalfEven.round(value), 0.0);
  }
}
