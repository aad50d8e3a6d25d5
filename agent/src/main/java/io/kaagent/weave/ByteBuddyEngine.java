package io.kaagent.weave;

import java.util.List;
import net.bytebuddy.ByteBuddy;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.description.method.MethodDescription;
import net.bytebuddy.description.type.TypeDescription;
import net.bytebuddy.dynamic.ClassFileLocator;
import net.bytebuddy.dynamic.DynamicType;
import net.bytebuddy.dynamic.VisibilityBridgeStrategy;
import net.bytebuddy.dynamic.scaffold.InstrumentedType;
import net.bytebuddy.dynamic.scaffold.MethodGraph;
import net.bytebuddy.dynamic.scaffold.TypeValidation;
import net.bytebuddy.implementation.Implementation;
import net.bytebuddy.matcher.ElementMatcher;
import net.bytebuddy.matcher.ElementMatchers;
import net.bytebuddy.pool.TypePool;

/**
 * Weaves with Byte Buddy's {@code Advice}, in the cheapest way it has: {@code decorate} (no member is added, so a class that is
 * loaded already can be retransformed), frozen type, declared methods only, descriptions read from class files so that nothing
 * is loaded. Advice classes are read, never loaded: an agent jar is always on the system class path too.
 */
final class ByteBuddyEngine implements Engine {
    private final ByteBuddy byteBuddy = new ByteBuddy()
            .with(TypeValidation.DISABLED)
            .with(MethodGraph.Compiler.ForDeclaredMethods.INSTANCE)
            .with(InstrumentedType.Factory.Default.FROZEN)
            .with(VisibilityBridgeStrategy.Default.NEVER)
            .with(Implementation.Context.Disabled.Factory.INSTANCE)
            .ignore(ElementMatchers.none());

    @Override
    public byte[] weave(String name, List<Seam> seams, byte[] classFile) {
        ClassFileLocator system = ClassFileLocator.ForClassLoader.ofSystemLoader();
        ClassFileLocator locator =
                new ClassFileLocator.Compound(ClassFileLocator.Simple.of(name.replace('/', '.'), classFile), system);
        TypePool types = new TypePool.Default(
                TypePool.CacheProvider.Simple.withObjectType(), locator, TypePool.Default.ReaderMode.FAST);
        TypeDescription type = types.describe(name.replace('/', '.')).resolve();
        DynamicType.Builder<?> builder = byteBuddy.decorate(type, locator);
        for (int i = 0; i < seams.size(); i++) {
            Seam seam = seams.get(i);
            requireOneMethod(type, seam);
            TypeDescription advice = types.describe(seam.adviceName()).resolve();
            builder = builder.visit(Advice.to(advice, locator).on(new Method(seam)));
        }
        return builder.make(types).getBytes();
    }

    private static void requireOneMethod(TypeDescription type, Seam seam) {
        int found = type.getDeclaredMethods().filter(new Method(seam)).size();
        if (found != 1) {
            throw new IllegalStateException(found + " methods match " + seam);
        }
    }

    private static final class Method extends ElementMatcher.Junction.AbstractBase<MethodDescription> {
        private final Seam seam;

        Method(Seam seam) {
            this.seam = seam;
        }

        @Override
        public boolean matches(MethodDescription method) {
            return method != null && seam.matches(method.getInternalName(), method.getDescriptor());
        }
    }
}
