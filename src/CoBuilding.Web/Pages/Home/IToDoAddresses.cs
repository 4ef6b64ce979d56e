using CoBuilding.Contracts;

namespace CoBuilding.Web.Pages.Home;

/// <summary>Where the to-dos of a room are done. Each room's pages bring a class of this kind, which is found by its type.</summary>
public interface IToDoAddresses
{
    /// <summary>By kind, below the district's own address.</summary>
    IReadOnlyDictionary<string, Func<ToDo, string>> ByKind { get; }
}
