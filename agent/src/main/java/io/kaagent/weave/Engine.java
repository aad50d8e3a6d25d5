package io.kaagent.weave;

import java.util.List;

/** Turns the bytes of a class into its woven bytes. One implementation today; a smaller one may replace it (docs/adr). */
interface Engine {
    /**
     * @param name internal name of the class
     * @param seams the seams of this class, at least one; each must match exactly one declared method
     * @throws IllegalStateException if a seam matches none or several
     * @throws IllegalArgumentException if the class file is of a JDK newer than the engine knows
     */
    byte[] weave(String name, List<Seam> seams, byte[] classFile);
}
