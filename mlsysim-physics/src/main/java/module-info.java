/**
 * The laws of mlsysim: pure static functions and plain records on {@code double} in SI-coherent
 * units.
 *
 * <p>Nothing here allocates beyond its one result, validates, or knows a clock, a locale or a
 * random number, so the same law runs in a resolver, in a columnar sweep and in a browser.
 */
module org.mlsysim.physics {
  exports org.mlsysim.physics.algorithm;
  exports org.mlsysim.physics.analysis;
  exports org.mlsysim.physics.data;
  exports org.mlsysim.physics.economics;
  exports org.mlsysim.physics.facility;
  exports org.mlsysim.physics.network;
  exports org.mlsysim.physics.node;
  exports org.mlsysim.physics.queueing;
  exports org.mlsysim.physics.reliability;
  exports org.mlsysim.physics.serving;
  exports org.mlsysim.physics.training;
}
