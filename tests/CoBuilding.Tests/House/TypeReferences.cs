using System.Reflection;
using System.Reflection.Emit;

namespace CoBuilding.Tests.House;

/// <summary>
/// What compiled types use: signatures, attributes and method bodies, with lambdas and async methods, however a name was written.
/// </summary>
internal static class TypeReferences
{
    private const BindingFlags All =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private static readonly Dictionary<short, OpCode> OpCodesByValue = typeof(OpCodes)
        .GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(f => (OpCode)f.GetValue(null)!)
        .ToDictionary(o => o.Value);

    /// <summary>Types that <paramref name="type"/> names anywhere; its nested and compiler-made types are asked on their own.</summary>
    public static IReadOnlySet<Type> TypesOf(Type type)
    {
        HashSet<Type> found = [];
        Add(type.BaseType);
        foreach (var contract in type.GetInterfaces())
            Add(contract);
        AddAttributes(type);
        foreach (var field in type.GetFields(All))
        {
            Add(field.FieldType);
            AddAttributes(field);
        }
        foreach (var property in type.GetProperties(All))
            AddAttributes(property);
        foreach (var method in MethodsOf(type))
        {
            AddAttributes(method);
            AddMethod(method);
            foreach (var local in method.GetMethodBody()?.LocalVariables ?? [])
                Add(local.LocalType);
            foreach (var member in MembersOf(method))
                AddMember(member);
        }
        return found;

        void AddAttributes(MemberInfo member)
        {
            foreach (var data in member.GetCustomAttributesData())
            {
                Add(data.AttributeType);
                foreach (var argument in data.ConstructorArguments)
                    Add(argument.Value as Type);
            }
        }

        void AddMethod(MethodBase method)
        {
            foreach (var parameter in method.GetParameters())
                Add(parameter.ParameterType);
            if (method is MethodInfo info)
                Add(info.ReturnType);
            if (method.IsGenericMethod)
                foreach (var argument in method.GetGenericArguments())
                    Add(argument);
        }

        void AddMember(MemberInfo member)
        {
            Add(member as Type ?? member.DeclaringType);
            if (member is FieldInfo field)
                Add(field.FieldType);
            if (member is MethodBase method)
                AddMethod(method);
        }

        void Add(Type? used)
        {
            if (used is null)
                return;
            if (used.HasElementType)
            {
                Add(used.GetElementType());
                return;
            }
            if (used.IsGenericParameter || !found.Add(used.IsGenericType ? used.GetGenericTypeDefinition() : used))
                return;
            foreach (var argument in used.GenericTypeArguments)
                Add(argument);
            Add(used.DeclaringType);
        }
    }

    public static IEnumerable<MethodBase> MethodsOf(Type type) => [.. type.GetMethods(All), .. type.GetConstructors(All)];

    /// <summary>Every type, method and field that stands in the method's code.</summary>
    public static IEnumerable<MemberInfo> MembersOf(MethodBase method) =>
        InstructionsOf(method).Where(i => NamesMember(i.Operation)).Select(i => MemberOf(method, i.Operand));

    /// <summary>For each call in <paramref name="method"/>: the last argument if that is a literal text, or else null.</summary>
    public static IEnumerable<string?> LastTextsOf(MethodBase method, MethodInfo called)
    {
        (OpCode Operation, int Operand) before = default;
        foreach (var instruction in InstructionsOf(method))
        {
            if (
                instruction.Operation.OperandType is OperandType.InlineMethod
                && MemberOf(method, instruction.Operand) is MethodBase member
                && (member.Module, member.MetadataToken) == (called.Module, called.MetadataToken)
            )
                yield return before.Operation == OpCodes.Ldstr ? method.Module.ResolveString(before.Operand) : null;
            before = instruction;
        }
    }

    private static bool NamesMember(OpCode operation) =>
        operation.OperandType is OperandType.InlineField or OperandType.InlineMethod or OperandType.InlineTok or OperandType.InlineType;

    private static MemberInfo MemberOf(MethodBase method, int token) =>
        method.Module.ResolveMember(
            token,
            method.DeclaringType is { IsGenericType: true } owner ? owner.GetGenericArguments() : null,
            method.IsGenericMethod ? method.GetGenericArguments() : null
        )!;

    private static IEnumerable<(OpCode Operation, int Operand)> InstructionsOf(MethodBase method)
    {
        if (method.GetMethodBody()?.GetILAsByteArray() is not { } code)
            yield break;
        for (var at = 0; at < code.Length; )
        {
            short value = code[at++];
            if (value == 0xFE)
                value = (short)((0xFE << 8) | code[at++]);
            var operation = OpCodesByValue[value];
            var size = operation.OperandType switch
            {
                OperandType.InlineNone => 0,
                OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
                OperandType.InlineVar => 2,
                OperandType.InlineI8 or OperandType.InlineR => 8,
                OperandType.InlineSwitch => 4 + (4 * BitConverter.ToInt32(code, at)),
                _ => 4,
            };
            yield return (operation, size == 4 ? BitConverter.ToInt32(code, at) : 0);
            at += size;
        }
    }
}
