using System.Reflection;
using System.Runtime.CompilerServices;

namespace CoBuilding.Tests.House;

/// <summary>
/// Which methods of an assembly lead to which: by calls, lambdas, async methods, overrides, its own interfaces and delegates.
/// </summary>
internal sealed class Callers
{
    private readonly Dictionary<(Module, int), HashSet<MethodBase>> callers = [];

    public Callers(Assembly assembly)
    {
        var methods = assembly.GetTypes().SelectMany(TypeReferences.MethodsOf).ToList();
        foreach (var method in methods)
        {
            var named = TypeReferences.MembersOf(method).OfType<MethodBase>().ToList();
            foreach (var called in named)
                Add(called, method);
            if (method.GetCustomAttribute<StateMachineAttribute>() is { } machine)
                foreach (var step in TypeReferences.MethodsOf(machine.StateMachineType))
                    Add(step, method);
            if (method is MethodInfo { IsVirtual: true } over && over.GetBaseDefinition() != over)
                Add(over, over.GetBaseDefinition());
            // Whoever calls such a delegate may run any method of which one was made.
            foreach (var made in named.Where(m => m.IsConstructor && IsOwnDelegate(m.DeclaringType!)))
            {
                var invoke = made.DeclaringType!.GetMethod("Invoke")!;
                foreach (var target in named.OfType<MethodInfo>().Where(m => Signature(m) == Signature(invoke)))
                    Add(target, invoke);
            }
        }

        // Whoever calls an interface of the assembly may run any class that implements it.
        foreach (var type in assembly.GetTypes().Where(t => t is { IsClass: true, IsGenericTypeDefinition: false }))
        foreach (var contract in type.GetInterfaces().Where(i => i.Assembly == assembly))
        {
            var map = type.GetInterfaceMap(contract);
            foreach (var (asked, answering) in map.InterfaceMethods.Zip(map.TargetMethods))
                if (answering.Module.Assembly == assembly)
                    Add(answering, asked);
        }

        bool IsOwnDelegate(Type type) => type.Assembly == assembly && type.IsAssignableTo(typeof(Delegate));
    }

    /// <summary>All methods that lead to <paramref name="method"/>, itself included.</summary>
    public IReadOnlySet<MethodBase> Of(MethodBase method)
    {
        HashSet<MethodBase> found = [method];
        Queue<MethodBase> open = new(found);
        while (open.TryDequeue(out var next))
            foreach (var caller in callers.GetValueOrDefault(Key(next)) ?? [])
                if (found.Add(caller))
                    open.Enqueue(caller);
        return found;
    }

    private void Add(MethodBase called, MethodBase caller)
    {
        if (!callers.TryGetValue(Key(called), out var known))
            callers[Key(called)] = known = [];
        known.Add(caller);
    }

    // A generic method's token is the same with and without its arguments.
    private static (Module, int) Key(MethodBase method) => (method.Module, method.MetadataToken);

    private static string Signature(MethodInfo method) =>
        $"{method.ReturnType}({string.Join(',', method.GetParameters().Select(p => p.ParameterType))})";
}
