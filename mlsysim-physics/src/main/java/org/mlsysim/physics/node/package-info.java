/** One accelerator: what a pass computes, moves and keeps, and how long that takes. */
package org.mlsysim.physics.node;
