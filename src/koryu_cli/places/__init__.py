"""Countries of the world, prefectures of Japan, and the codes of Japanese local governments."""
