using MudBlazor;

namespace CoBuilding.Web.Shell;

/// <summary>Deep red only for the bar and the primary action. Text has a contrast of at least 4.5:1.</summary>
internal static class PortalTheme
{
    private static readonly string[] Fonts = ["system-ui", "\"PingFang SC\"", "\"Microsoft YaHei\"", "\"Noto Sans CJK SC\"", "sans-serif"];

    public static readonly MudTheme Theme = new()
    {
        PaletteLight = new PaletteLight
        {
            Primary = "#8c1c1f",
            PrimaryDarken = "#701518",
            PrimaryLighten = "#a8383b",
            Secondary = "#3d4852",
            Tertiary = "#5c4a1f",
            Info = "#1d5a86",
            Success = "#2a6a35",
            Warning = "#8a5a00",
            Error = "#b3261e",
            TextPrimary = "#1f2328",
            TextSecondary = "#57606a",
            ActionDefault = "#57606a",
            Background = "#f6f6f4",
            Surface = "#ffffff",
            LinesInputs = "#8a929a",
            LinesDefault = "#d8dcdf",
            Divider = "#e3e5e7",
            AppbarBackground = "#8c1c1f",
            AppbarText = "#ffffff",
        },
        Typography = new Typography
        {
            Default = new DefaultTypography
            {
                FontFamily = Fonts,
                FontSize = "1rem",
                LineHeight = "1.6",
                LetterSpacing = "normal",
            },
            Button = new ButtonTypography
            {
                FontFamily = Fonts,
                FontSize = "1rem",
                TextTransform = "none",
                LetterSpacing = "normal",
                FontWeight = "500",
            },
        },
        LayoutProperties = new LayoutProperties { DefaultBorderRadius = "4px" },
    };
}
