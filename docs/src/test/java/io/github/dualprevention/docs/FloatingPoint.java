package io.github.dualprevention.docs;

import com.tngtech.archunit.core.domain.JavaClass;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * Finds every field, signature, call, constant and instruction of a class that is of type float or
 * double.
 */
final class FloatingPoint extends ClassVisitor {

  private static final int API = Opcodes.ASM9;

  /**
   * Instructions without operand that push, load, store, convert, compute or return floats and
   * doubles.
   */
  private static final Set<Integer> INSTRUCTIONS =
      Set.of(
          Opcodes.FCONST_0,
          Opcodes.FCONST_1,
          Opcodes.FCONST_2,
          Opcodes.DCONST_0,
          Opcodes.DCONST_1,
          Opcodes.FALOAD,
          Opcodes.DALOAD,
          Opcodes.FASTORE,
          Opcodes.DASTORE,
          Opcodes.FADD,
          Opcodes.DADD,
          Opcodes.FSUB,
          Opcodes.DSUB,
          Opcodes.FMUL,
          Opcodes.DMUL,
          Opcodes.FDIV,
          Opcodes.DDIV,
          Opcodes.FREM,
          Opcodes.DREM,
          Opcodes.FNEG,
          Opcodes.DNEG,
          Opcodes.I2F,
          Opcodes.I2D,
          Opcodes.L2F,
          Opcodes.L2D,
          Opcodes.F2I,
          Opcodes.F2L,
          Opcodes.F2D,
          Opcodes.D2I,
          Opcodes.D2L,
          Opcodes.D2F,
          Opcodes.FCMPL,
          Opcodes.FCMPG,
          Opcodes.DCMPL,
          Opcodes.DCMPG,
          Opcodes.FRETURN,
          Opcodes.DRETURN);

  private static final Set<Integer> VARIABLES =
      Set.of(Opcodes.FLOAD, Opcodes.DLOAD, Opcodes.FSTORE, Opcodes.DSTORE);

  private final String className;
  private final Set<String> found = new TreeSet<>();

  private FloatingPoint(String className) {
    super(API);
    this.className = className;
  }

  static Stream<String> in(JavaClass javaClass) {
    FloatingPoint visitor = new FloatingPoint(javaClass.getName());
    try (InputStream in = javaClass.getSource().orElseThrow().getUri().toURL().openStream()) {
      new ClassReader(in).accept(visitor, 0);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
    return visitor.found.stream();
  }

  @Override
  public FieldVisitor visitField(
      int access, String name, String type, String signature, Object value) {
    note(isFloating(Type.getType(type)) || mentions(signature), name);
    return super.visitField(access, name, type, signature, value);
  }

  @Override
  public MethodVisitor visitMethod(
      int access, String method, String type, String signature, String[] exceptions) {
    note(hasFloating(type) || mentions(signature), method);
    return new MethodVisitor(API) {
      @Override
      public void visitInsn(int opcode) {
        note(INSTRUCTIONS.contains(opcode), method);
      }

      @Override
      public void visitVarInsn(int opcode, int variable) {
        note(VARIABLES.contains(opcode), method);
      }

      @Override
      public void visitInvokeDynamicInsn(
          String name, String type, Handle bootstrap, Object... arguments) {
        note(hasFloating(type), method);
        for (Object argument : arguments) {
          note(argument instanceof Handle handle && handleHasFloating(handle), method);
          note(
              argument instanceof Type asType
                  && asType.getSort() == Type.METHOD
                  && hasFloating(asType.getDescriptor()),
              method);
        }
      }

      @Override
      public void visitTypeInsn(int opcode, String type) {
        note(isFloating(Type.getObjectType(type)), method);
      }

      @Override
      public void visitIntInsn(int opcode, int operand) {
        boolean array = opcode == Opcodes.NEWARRAY;
        note(array && (operand == Opcodes.T_FLOAT || operand == Opcodes.T_DOUBLE), method);
      }

      @Override
      public void visitLdcInsn(Object value) {
        note(value instanceof Float || value instanceof Double, method);
      }

      @Override
      public void visitFieldInsn(int opcode, String owner, String name, String type) {
        note(isFloating(Type.getType(type)), method);
      }

      @Override
      public void visitMethodInsn(
          int opcode, String owner, String name, String type, boolean isInterface) {
        note(hasFloating(type), method);
      }

      @Override
      public void visitLocalVariable(
          String name, String type, String signature, Label start, Label end, int index) {
        note(isFloating(Type.getType(type)), method);
      }
    };
  }

  private void note(boolean floating, String member) {
    if (floating) {
      found.add(className + "." + member);
    }
  }

  private static boolean handleHasFloating(Handle handle) {
    String type = handle.getDesc();
    return type.startsWith("(") ? hasFloating(type) : isFloating(Type.getType(type));
  }

  private static boolean mentions(String signature) {
    return signature != null
        && (signature.contains("java/lang/Double") || signature.contains("java/lang/Float"));
  }

  private static boolean hasFloating(String methodType) {
    return isFloating(Type.getReturnType(methodType))
        || Arrays.stream(Type.getArgumentTypes(methodType)).anyMatch(FloatingPoint::isFloating);
  }

  private static boolean isFloating(Type type) {
    Type element = type.getSort() == Type.ARRAY ? type.getElementType() : type;
    return element.equals(Type.FLOAT_TYPE)
        || element.equals(Type.DOUBLE_TYPE)
        || element.getClassName().equals("java.lang.Float")
        || element.getClassName().equals("java.lang.Double");
  }
}
