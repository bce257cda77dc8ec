package org.mlsysim.physics.node;

/** Where a pass finds its bytes. */
public enum MemoryLevel {
  /** Everything rests in on-chip memory. */
  SRAM(true),
  /** Weights are read from flash, what else a sample needs rests in on-chip memory. */
  FLASH(true),
  /** Everything rests in main memory. */
  MAIN(true),
  /** Weights rest in flash, but one sample's activations and cache exceed the on-chip memory. */
  FLASH_AND_HOST(false),
  /** Main memory is too small; what does not fit comes over the host link. */
  MAIN_AND_HOST(false);

  private final boolean feasible;

  MemoryLevel(boolean feasible) {
    this.feasible = feasible;
  }

  /** Whether the device holds everything itself. */
  public boolean feasible() {
    return feasible;
  }
}
