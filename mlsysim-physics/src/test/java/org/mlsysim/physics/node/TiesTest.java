package org.mlsysim.physics.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class TiesTest {
  @Test
  void aTieOfTimesBelongsToTheFirst() {
    assertFalse(Ties.secondBinds(1.0, 1.0));
    assertFalse(Ties.secondBinds(1.0, 1.0 + 5e-13));
    assertTrue(Ties.secondBinds(1.0, 1.0 + 2e-12));
  }

  @Test
  void timesTooShortToMeasureDoNotBind() {
    assertFalse(Ties.secondBinds(0, 0));
    assertFalse(Ties.secondBinds(0, 1e-19));
    assertTrue(Ties.secondBinds(0, 1e-9));
    assertTrue(Ties.secondBinds(9e-19, 1e-18));
  }

  @Test
  void aNeedMayExceedItsCapacityByRoundingOnly() {
    assertTrue(Ties.fits(1e9 * (1 + 1e-13), 1e9));
    assertFalse(Ties.fits(1e9 + 1, 1e9));
  }

  @Test
  void anExactFitIsNotFlooredOneShort() {
    assertEquals(3, Ties.wholeTimes(0.3 / 0.1)); // 2.9999999999999996 as doubles
    assertEquals(2, Ties.wholeTimes(2.999));
  }
}
