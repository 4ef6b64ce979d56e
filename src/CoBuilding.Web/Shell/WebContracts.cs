using System.Reflection;
using CoBuilding.Web.Downloads;
using CoBuilding.Web.Links;

namespace CoBuilding.Web.Shell;

/// <summary>What a room adds to the web; to the portal itself, see <see cref="Portal.Contracts"/>.</summary>
public static class WebContracts
{
    /// <summary>Each is implemented by classes that are found by their type.</summary>
    public static IReadOnlyList<Type> All { get; } =
    [typeof(MenuLine), typeof(SettingsLink), typeof(SettingsSection), typeof(IDownloads), typeof(IPhonePages)];

    /// <param name="assemblies">Those of the rooms' pages.</param>
    public static void AddWebContracts(this IServiceCollection services, params IEnumerable<Assembly> assemblies)
    {
        foreach (var type in assemblies.SelectMany(a => a.GetTypes()).Where(t => t is { IsClass: true, IsAbstract: false }))
        foreach (var contract in All.Where(c => type.IsAssignableTo(c)))
            services.AddSingleton(contract, type);
    }
}
