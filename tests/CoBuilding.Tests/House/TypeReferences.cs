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
    public static IEnumerable<MemberInfo> MembersOf(MethodBase method)
    {
        if (method.GetMethodBody()?.GetILAsByteArray() is not { } code)
            yield break;
        var typeArguments = method.DeclaringType is { IsGenericType: true } owner ? owner.GetGenericArguments() : null;
        var methodArguments = method.IsGenericMethod ? method.GetGenericArguments() : null;
        for (var at = 0; at < code.Length; )
        {
            short value = code[at++];
            if (value == 0xFE)
                value = (short)((0xFE << 8) | code[at++]);
            var operation = OpCodesByValue[value];
            if (
                operation.OperandType
                is OperandType.InlineField
                    or OperandType.InlineMethod
                    or OperandType.InlineTok
                    or OperandType.InlineType
            )
                yield return method.Module.ResolveMember(BitConverter.ToInt32(code, at), typeArguments, methodArguments)!;
            at += operation.OperandType switch
            {
                OperandType.InlineNone => 0,
                OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
                OperandType.InlineVar => 2,
                OperandType.InlineI8 or OperandType.InlineR => 8,
                OperandType.InlineSwitch => 4 + (4 * BitConverter.ToInt32(code, at)),
                _ => 4,
            };
        }
    }
}
