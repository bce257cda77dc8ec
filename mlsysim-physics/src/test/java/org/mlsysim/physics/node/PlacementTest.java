package org.mlsysim.physics.node;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class PlacementTest {
  private static final DeviceForm MICROCONTROLLER =
      DeviceForm.of(1e9, 1000, 80).withSram(200, 960).withFlash(5000, 40);

  @Test
  void theFirstLevelThatHoldsEverythingServes() {
    assertEquals(MemoryLevel.SRAM, Placement.inferenceLevel(MICROCONTROLLER, 150, 150, 50, 0));
    assertEquals(MemoryLevel.FLASH, Placement.inferenceLevel(MICROCONTROLLER, 151, 151, 50, 0));
    assertEquals(
        MemoryLevel.FLASH_AND_HOST, Placement.inferenceLevel(MICROCONTROLLER, 4000, 4000, 201, 0));
    assertEquals(
        MemoryLevel.MAIN_AND_HOST, Placement.inferenceLevel(MICROCONTROLLER, 6000, 6000, 50, 0));
  }

  @Test
  void trainingNeverUsesFlash() {
    assertEquals(MemoryLevel.SRAM, Placement.trainingLevel(MICROCONTROLLER, 200));
    assertEquals(MemoryLevel.MAIN, Placement.trainingLevel(MICROCONTROLLER, 201));
    assertEquals(MemoryLevel.MAIN_AND_HOST, Placement.trainingLevel(MICROCONTROLLER, 1001));
  }

  @Test
  void onChipMemoryNeedsBothItsFigures() {
    DeviceForm capacityOnly = DeviceForm.of(1e9, 1000, 80).withSram(200, Double.NaN);

    assertEquals(MemoryLevel.MAIN, Placement.inferenceLevel(capacityOnly, 100, 100, 0, 0));
  }

  @Test
  void flashBorrowsTheFiguresItLacksFromMainMemory() {
    DeviceForm rateOnly = DeviceForm.of(1e9, 1000, 80).withFlash(Double.NaN, 40);
    DeviceForm sizeOnly = DeviceForm.of(1e9, 1000, 80).withFlash(500, Double.NaN);

    assertEquals(MemoryLevel.FLASH, Placement.inferenceLevel(rateOnly, 1000, 1000, 0, 0));
    assertEquals(MemoryLevel.FLASH, Placement.inferenceLevel(sizeOnly, 500, 500, 0, 0));
    assertEquals(MemoryLevel.MAIN, Placement.inferenceLevel(sizeOnly, 501, 501, 0, 0));
    assertEquals(80, Placement.levelBandwidth(sizeOnly, MemoryLevel.FLASH));
  }

  @Test
  void aSpillMeetsTheLocalRateAtNothingAndTheLinkAtEverything() {
    assertEquals(100, Placement.spilledBandwidth(100, 10, 0));
    assertEquals(10, Placement.spilledBandwidth(100, 10, 1));
    assertEquals(100, Placement.spilledBandwidth(100, 1000, 1)); // a link cannot beat the memory
    assertEquals(1 / (0.5 / 100 + 0.5 / 10), Placement.spilledBandwidth(100, 10, 0.5));
  }

  @Test
  void whatDoesNotFitIsCountedAgainstTheLargerOfMemoryAndFlash() {
    assertEquals(1000, Placement.inferenceSpill(MICROCONTROLLER, 6000));
    assertEquals(5000, Placement.inferenceSpill(DeviceForm.of(1e9, 1000, 80), 6000));
  }
}
