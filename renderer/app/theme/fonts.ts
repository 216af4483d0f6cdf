/** Only a fallback behind the system's fonts; the browser fetches the few ranges it lacks. */
import '@fontsource-variable/noto-sans-sc/wght.css'
