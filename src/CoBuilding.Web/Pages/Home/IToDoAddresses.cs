using CoBuilding.Contracts;
using CoBuilding.Web.Shell;

namespace CoBuilding.Web.Pages.Home;

/// <summary>Where the to-dos of a room are done. Each room's pages bring a class of this kind, which is found by its type.</summary>
public interface IToDoAddresses
{
    /// <summary>All rooms', by kind.</summary>
    static IReadOnlyDictionary<string, Func<ToDo, string>> All { get; } =
        WebContracts
            .Classes.Where(t => t.IsAssignableTo(typeof(IToDoAddresses)))
            .SelectMany(t => ((IToDoAddresses)Activator.CreateInstance(t)!).ByKind)
            .ToDictionary();

    /// <summary>By kind, below the district's own address.</summary>
    IReadOnlyDictionary<string, Func<ToDo, string>> ByKind { get; }
}
