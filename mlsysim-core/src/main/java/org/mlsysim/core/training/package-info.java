/** What training asks of a resolver's inputs, whatever it runs on. */
@NullMarked
package org.mlsysim.core.training;

import org.jspecify.annotations.NullMarked;
